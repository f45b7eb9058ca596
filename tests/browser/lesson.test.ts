import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { checkAccessibility } from "./check-accessibility.ts";
import { launchBrowser } from "./launch-browser.ts";
import { queryRows } from "./query-rows.ts";
import { startApp } from "./start-app.ts";
import { signIn } from "./walk-steps.ts";

const lesson = "/program/lessons/why-these-rules";

/** Brings each heading of the lesson onto the screen, as reading does. */
async function scrollThrough(page: Page, parts: number) {
  const headings = page.locator("[data-part]");
  for (let part = 0; part < parts; part++) await headings.nth(part).scrollIntoViewIfNeeded();
}

test("a lesson remembers its place with scripts and without, and tells a clause on the spot", async () => {
  const app = await startApp("sqlite");
  const browser = await launchBrowser();
  try {
    const places = () => queryRows<{ heading: string }>(app.databaseUrl, "select heading from lesson_places");
    const reading = await (await browser.newContext({ baseURL: app.origin })).newPage();
    await signIn(reading, "10000001");
    await reading.goto(lesson);
    await scrollThrough(reading, 3);
    await reading.goto("/program");
    await expect.poll(async () => (await places()).length).toBe(2);
    await reading.goto(lesson);
    const goOn = reading.getByRole("link", { name: "Go on at: Which country's rules, and on which day" });
    await goOn.click();
    expect(new URL(reading.url()).hash).toBe("#which-countrys-rules-and-on-which-day");

    const off = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false });
    const plain = await off.newPage();
    await signIn(plain, "10000001");
    await plain.goto(lesson);
    const buttons = plain.getByRole("button", { name: "I have read this part" });
    expect(await buttons.count()).toBe(3);
    await buttons.first().click();
    expect(new URL(plain.url()).hash).toBe("#who-may-claim");
    expect(await places()).toHaveLength(3);

    const mention = plain.getByRole("button", { name: "ROE-1.2" }).first();
    const note = plain.getByRole("note", { name: "ROE-1.2" }).first();
    expect(await note.isVisible()).toBe(false);
    await mention.click();
    expect(await note.isVisible()).toBe(true);
    expect(await note.getByRole("link").getAttribute("href")).toBe("/rules/2011-07#ROE-1.2");
    await plain.keyboard.press("Escape");
    expect(await note.isVisible()).toBe(false);

    await reading.reload();
    await reading.locator("input[name=choice]").first().check();
    await reading.getByRole("button", { name: "Check my answer" }).first().click();
    await reading.waitForURL(/#feedback-/);
    expect(await reading.evaluate(() => document.activeElement?.id)).toMatch(/^feedback-/);
    await checkAccessibility(reading);
  } finally {
    await browser.close();
    await app.stop();
  }
});
