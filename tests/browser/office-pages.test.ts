import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import { checkAccessibility } from "./check-accessibility.ts";
import { launchBrowser } from "./launch-browser.ts";
import { startApp } from "./start-app.ts";
import { signIn } from "./walk-steps.ts";

const desk = { width: 1280, height: 900 };

/** What each of them opens beside the way of a rep; nothing of it needs a script. */
const pagesOf: Record<string, string[]> = {
  "S-1": [
    "/",
    "/team",
    "/team/people",
    "/team/people?status=blocked&sort=due",
    "/trust",
    "/program-office/roll-out",
    "/program-office/firms",
    "/program-office/messages",
    "/program-office/mail-refusals",
    "/program-office/notices",
    "/program-office/notices/rules",
    "/program-office/people-import",
    "/program-office/publish",
    "/program-office/schedule",
    "/work",
    "/account/mail",
  ],
  "S-2": ["/", "/team", "/program-office/roll-out"],
};

test("the pages of managers, auditors and the program office fit every window and reader", async () => {
  const app = await startApp("postgres");
  const browser = await launchBrowser();
  try {
    for (const [login, paths] of Object.entries(pagesOf)) {
      const page = await signedIn(browser, { origin: app.origin, login });
      for (const path of paths) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(200);
        await checkAccessibility(page);
      }
      await page.context().close();
    }
    const office = await signedIn(browser, { origin: app.origin, login: "S-1" });
    await openOnePerson(office);
    await turnRemindersOn(office);
    await changeRules(office);
    await openFirmForm(office);
    await walkOnPhone(office);
    await checkWideTable(office);
  } finally {
    await browser.close();
    await app.stop();
  }
}, 240_000);

async function signedIn(browser: Browser, { origin, login }: { origin: string; login: string }): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: desk });
  const page = await context.newPage();
  await signIn(page, login);
  return page;
}

async function openOnePerson(page: Page) {
  await page.goto("/team/people?status=blocked");
  const name = (await page.locator("main li a").first().textContent()) ?? "";
  await page.locator("main li a").first().click();
  await page.getByRole("heading", { name }).waitFor();
  await checkAccessibility(page);
  await checkPrint(page);
  await page.getByRole("link", { name: "Nudge" }).click();
  await page.getByRole("heading", { name: "Nudge" }).waitFor();
  await checkAccessibility(page);
}

/** On paper nothing can be opened, and what was true then needs its instant. */
async function checkPrint(page: Page) {
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").isVisible()).toBe(false);
  expect(await page.getByRole("link", { name: "Nudge" }).isVisible()).toBe(false);
  expect(await page.getByText(/^As of /).isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
}

async function turnRemindersOn(page: Page) {
  await page.goto("/program-office/notices");
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("button", { name: "Turn off" }).waitFor();
  await checkAccessibility(page);
}

async function changeRules(page: Page) {
  await page.goto("/program-office/notices/rules");
  await page.getByLabel("Days before the end").fill("soon");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByText("Some of it cannot be so.").waitFor();
  await checkAccessibility(page);
  await page.getByLabel("Days before the end").fill("30, 10, 0");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("heading", { name: "The next run" }).waitFor();
  await page.getByRole("button", { name: "Save the rules" }).click();
  await page.getByText("The rules are changed.").waitFor();
  await checkAccessibility(page);
}

async function openFirmForm(page: Page) {
  await page.goto("/program-office/firms");
  await page.getByText("Add a firm").click();
  await checkAccessibility(page);
}

/** On a phone the menu takes one button; no table of countries is wider than the screen. */
async function walkOnPhone(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/program-office/roll-out");
  const table = page.getByRole("region", { name: "Countries" });
  expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  expect(await page.getByRole("link", { name: "Home", exact: true }).isVisible()).toBe(false);
  await page.getByRole("button", { name: "Menu" }).press("Enter");
  await checkAccessibility(page);
  await page.getByRole("link", { name: "My record" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("navigation").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await page.getByRole("link", { name: "Background work" }).click();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("heading", { name: "People" }).waitFor();
  await page.setViewportSize(desk);
}

/** What scrolls sideways on a screen would be cut off on paper. */
async function checkWideTable(page: Page) {
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: "print" });
  await page.goto("/program-office/roll-out");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(794);
  const table = page.getByRole("region", { name: "Countries" });
  expect(await table.evaluate((box) => getComputedStyle(box).overflowX)).toBe("visible");
  await page.emulateMedia({ media: null });
  await page.setViewportSize(desk);
}
