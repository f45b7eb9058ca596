import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const folder = "screenshots";
const widths = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };
const schemes = ["light", "dark"] as const;

export type Shoot = (page: Page, name: string) => Promise<void>;

/** Takes the page as it stands, whole, at both widths, light and dark, into a folder that git ignores. */
export function shooter(): Shoot {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let number = 0;
  return async (page, name) => {
    number += 1;
    const file = (width: string, scheme: string) =>
      join(folder, `${String(number).padStart(2, "0")}-${name}-${width}-${scheme}.png`);
    for (const [width, viewport] of Object.entries(widths)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: file(width, colorScheme), fullPage: true });
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
  };
}
