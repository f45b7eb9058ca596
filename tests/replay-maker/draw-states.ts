import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { SlideState } from "./lay-out.ts";
import { slidePage } from "./slide-page.ts";

/** A picture of each state of each slide, in the order of the film. */
export async function drawStates(browser: Browser, states: SlideState[], folder: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const pictures: { file: string; seconds: number }[] = [];
  for (const [place, state] of states.entries()) {
    const file = join(folder, `slide-${String(place).padStart(3, "0")}.png`);
    await page.setContent(slidePage(state));
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file });
    pictures.push({ file, seconds: state.seconds });
  }
  await page.close();
  return pictures;
}
