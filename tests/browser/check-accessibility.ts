import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** The narrowest phone, half of a common screen as zooming to 200 % makes it, and that with text twice as large. */
const windows = [
  { width: 320, text: "100%" },
  { width: 640, text: "100%" },
  { width: 640, text: "200%" },
];

/**
 * No violation of WCAG 2.2 AA on the page as it is now, enough contrast in the other colour scheme too, and nothing
 * wider than the window, in this one and in those above.
 */
export async function checkAccessibility(page: Page) {
  expect(await violationsOf(new AxeBuilder({ page }).withTags(rules)), page.url()).toEqual([]);
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const other = dark ? "light" : "dark";
  await page.emulateMedia({ colorScheme: other });
  const pale = await violationsOf(new AxeBuilder({ page }).withRules(["color-contrast"]));
  expect(pale, `${page.url()} in ${other}`).toEqual([]);
  await page.emulateMedia({ colorScheme: null });
  expect(await whatSticksOut(page), `${page.url()} is wider than the window`).toEqual([]);
  await checkWidths(page);
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

async function checkWidths(page: Page) {
  const before = page.viewportSize();
  for (const { width, text } of windows) {
    await page.setViewportSize({ width, height: before?.height ?? 800 });
    await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), text);
    const what = `${page.url()} is wider than ${width} px with text at ${text}`;
    expect(await whatSticksOut(page), what).toEqual([]);
  }
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  if (before) await page.setViewportSize(before);
}

/** Nothing when the page fits the window; otherwise what reaches over its edge. */
function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...wide
        .slice(0, 20)
        .map(({ tagName, className, textContent }) => `${tagName}.${className}: ${textContent?.slice(0, 40)}`),
    ];
  });
}
