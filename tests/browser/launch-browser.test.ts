import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchBrowser } from "./launch-browser.ts";

const page = (html: string) => `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html>${html}`)}`;

test("the browser opens a page, and another after its first context is closed", async () => {
  const browser = await launchBrowser();
  try {
    for (const title of ["First", "Second"]) {
      const context = await browser.newContext();
      const tab = await context.newPage();
      await tab.goto(page(`<title>${title}</title><h1>${title}</h1>`));
      expect(await tab.title()).toBe(title);
      expect(await tab.getByRole("heading", { name: title }).count()).toBe(1);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});

test("text leaves ink, on a machine without fonts too", async () => {
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    await tab.goto(page("<p>Text</p>"));
    for (const text of ["Claim", "Łukasz Brzęczyszczykiewicz"])
      expect(await inkOf(tab, text), text).toBeGreaterThan(50);
    expect(await inkOf(tab, " ")).toBe(0);
  } finally {
    await browser.close();
  }
});

/** Dark pixels of a text drawn at 40 px. */
function inkOf(tab: Page, text: string): Promise<number> {
  return tab.evaluate((drawn) => {
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("There is no canvas.");
    pen.font = "40px sans-serif";
    pen.fillText(drawn, 20, 60);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 3 && value > 128).length;
  }, text);
}
