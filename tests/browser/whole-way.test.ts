import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessibility } from "./check-accessibility.ts";
import { launchBrowser } from "./launch-browser.ts";
import { type RunningApp, startApp, testPassword } from "./start-app.ts";
import { answerQuestions, playStory, readBank, readLesson, signIn } from "./walk-steps.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const phone = { width: 390, height: 844 };
const ways = [
  { engine: "sqlite", javaScriptEnabled: true, viewport: phone },
  { engine: "postgres", javaScriptEnabled: false, viewport: { width: 1200, height: 900 } },
] as const;

for (const { engine, ...device } of ways) {
  test(`a rep becomes certified and claims a deal, on ${engine}, scripts ${device.javaScriptEnabled ? "on" : "off"}`, {
    timeout: 420_000,
  }, async () => {
    const app = await startApp(engine);
    try {
      await walk(app, device);
    } finally {
      await app.stop();
    }
  });
}

type Device = { javaScriptEnabled: boolean; viewport: { width: number; height: number } };

async function walk(app: RunningApp, device: Device) {
  const open = (): Promise<BrowserContext> => browser.newContext({ ...device, baseURL: app.origin });
  const look = async (page: Page) => (device.javaScriptEnabled ? checkAccessibility(page) : undefined);
  const context = await open();
  const page = await context.newPage();
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on(
    "console",
    (message) => message.type() === "error" && !/status of 4\d\d/.test(message.text()) && failures.push(message.text()),
  );

  await page.goto("/");
  await page.getByRole("heading", { name: "Who may claim a deal" }).waitFor();
  await look(page);
  await signIn(page, "10000001", "not the password");
  await page.getByText("do not belong together").waitFor();
  await look(page);
  await signIn(page, "10000001");
  await page.getByRole("heading", { name: "You cannot claim deals yet." }).waitFor();
  await look(page);

  const refusalUrl = await claim(page, look, "OPP-1");
  await page.getByRole("heading", { name: "You may not claim this deal yet." }).waitFor();
  await page.getByRole("link", { name: "ROE-1.3" }).waitFor();
  await page.getByText("The shortest way").waitFor();
  await look(page);

  await page.goto("/program");
  await look(page);
  await page.goto("/assessment");
  await page.getByText("steps come first").waitFor();
  await look(page);
  await page.goto("/");
  await page.getByRole("link", { name: "Start: Why these rules exist" }).first().click();
  for (let module = 1; module <= 8; module++) {
    if (module === 1 || module === 5) await look(page);
    await readLesson(page);
    if (module === 1) await look(page);
    await page.getByRole("link", { name: /^Next: / }).click();
  }
  await page.getByRole("button", { name: "Start the story" }).or(page.getByText("This is attempt 1.")).waitFor();
  if (new URL(page.url()).pathname === "/program/story") {
    await playStory(page, look);
    await page.getByRole("link", { name: "Next: Assessment" }).click();
  }

  await page.getByText("This is attempt 1.").waitFor();
  await look(page);
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await answerQuestions(page, app.databaseUrl, { from: 1, to: 5, right: true });
  await look(page);
  await context.close();

  const second = await open();
  const other = await second.newPage();
  await signIn(other, "10000001");
  await other.getByRole("link", { name: "Continue: Assessment" }).first().click();
  await other.getByText("5 of 20 answered").waitFor();
  await other.getByRole("link", { name: "Go on with the assessment" }).click();
  await answerQuestions(other, app.databaseUrl, { from: 6, to: 20, right: false });
  await other.getByRole("heading", { name: "Review your answers" }).waitFor();
  await look(other);
  await other.getByRole("button", { name: "Submit the assessment" }).click();
  await other.getByRole("heading", { name: "Not passed this time: 5 of 20 right." }).waitFor();
  await look(other);
  await shownNoKeys(other, app);

  const lessons = await other
    .getByRole("link", { name: /^Read: / })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await other.goto("/assessment");
  await other.getByText("Your next attempt opens as soon as you have read").waitFor();
  for (const href of new Set(lessons)) {
    await other.goto(href ?? "");
    await other.getByRole("button", { name: "I have read it again" }).click();
    await other.getByText("You have read this lesson again.").waitFor();
  }
  await other.goto("/assessment");
  await other.getByText("This is attempt 2.").waitFor();
  await other.getByRole("button", { name: "Start the assessment" }).click();
  await answerQuestions(other, app.databaseUrl, { from: 1, to: 20, right: true });
  await other.getByRole("button", { name: "Submit the assessment" }).click();
  await other.getByRole("heading", { name: "You passed: 20 of 20 right." }).waitFor();
  await look(other);

  await other.getByRole("link", { name: "Sign that you will keep the rules" }).click();
  await sign(other, "Somebody Else");
  await other.getByText("This is not the name").waitFor();
  await look(other);
  await sign(other, "keisha o'brien");
  await other.getByText("You are certified.").waitFor();
  await look(other);
  await downloadsCertificate(other);
  const verification = await other.getByRole("link", { name: /\/verify\// }).getAttribute("href");

  const stranger = await (await open()).newPage();
  await stranger.goto(verification ?? "");
  await stranger.getByRole("heading", { name: "This certificate is valid today." }).waitFor();
  expect(await stranger.content()).not.toContain("Brien");
  await look(stranger);

  await other.goto(refusalUrl);
  await other.getByText("You may claim deals now.").waitFor();
  await claim(other, look, "OPP-1");
  await other.getByRole("heading", { name: "OPP-1 is claimed." }).waitFor();
  await look(other);
  await other.goto("/deals");
  await look(other);
  await other.goto("/");
  await other.getByRole("heading", { name: "You may claim deals." }).waitFor();
  await look(other);
  expect(failures).toEqual([]);
}

async function claim(page: Page, look: (page: Page) => Promise<void>, reference: string): Promise<string> {
  await page.goto("/deals/new");
  await page.getByRole("button", { name: "Claim this deal" }).click();
  await page.getByText("Mend what is marked below").waitFor();
  await look(page);
  await page.getByLabel("Deal reference").fill(reference);
  await page.getByLabel("Customer", { exact: true }).fill("Łódź Foods <b>& Sons</b>");
  await page.getByLabel("Country of the customer").selectOption("PL");
  await page.getByLabel("New business that the direct team found").check();
  await page.getByLabel("I lead this deal").check();
  await page.getByRole("button", { name: "Show who leads" }).click();
  await page.getByText("The direct team leads this deal.").waitFor();
  await page.getByRole("button", { name: "Claim this deal" }).click();
  await page.waitForURL(/\/deals\/(refusals\/)?[0-9a-f-]{36}/);
  return page.url();
}

async function downloadsCertificate(page: Page) {
  const link = page.getByRole("link", { name: "Download as PDF" });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  const download = page.waitForEvent("download");
  await link.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^CLR-.+\.pdf$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.byteLength).toBeGreaterThan(10_000);
  expect(bytes.byteLength).toBeLessThan(100_000);
}

async function sign(page: Page, name: string) {
  await page.getByLabel("Type your full name").fill(name);
  await page.getByLabel("Your password").fill(testPassword);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
}

async function shownNoKeys(page: Page, app: RunningApp) {
  const html = await page.content();
  for (const item of (await readBank(app.databaseUrl)).values())
    for (const choice of item.choices) expect(html).not.toContain(choice.feedback);
}
