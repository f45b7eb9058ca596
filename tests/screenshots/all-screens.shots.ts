import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { demoPassword } from "#app/features/demo/demo-accounts.ts";
import { launchBrowser } from "../browser/launch-browser.ts";
import { answerQuestions, playStory, readLesson, signIn } from "../browser/walk-steps.ts";
import { type Shoot, shooter } from "./shooter.ts";
import { startDemo } from "./start-demo.ts";

let browser: Browser;
let demo: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDemo()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const rep = (name: string) => `${name}@reps.example.com`;

test("every screen", async () => {
  const shoot = shooter();
  await signedOut(await newPage(), shoot);
  await notBegun(await newPage(), shoot);
  await halfWay(await newPage(), shoot);
  await failedOnce(await newPage(), shoot);
  await certified(await newPage(), shoot);
  await others(shoot);
});

async function newPage(): Promise<Page> {
  return (await browser.newContext({ baseURL: demo.origin })).newPage();
}

async function at(page: Page, path: string, shoot: Shoot, name: string) {
  await page.goto(path);
  await shoot(page, name);
}

async function signedOut(page: Page, shoot: Shoot) {
  await at(page, "/", shoot, "landing");
  await signIn(page, rep("dana.whitfield"), "not the password");
  await shoot(page, "sign-in-refused");
  await at(page, "/verify", shoot, "verify-ask");
  await at(page, "/verify/NO-SUCH-NUMBER", shoot, "verify-unknown");
}

async function notBegun(page: Page, shoot: Shoot) {
  await signIn(page, rep("dana.whitfield"), demoPassword);
  await shoot(page, "home-not-begun");
  await at(page, "/program", shoot, "program");
  await at(page, "/program/lessons/new-business", shoot, "lesson");
  await page.locator("form input[name=choice]").first().check();
  await page.getByRole("button", { name: "Check my answer" }).first().click();
  await page
    .getByText(/That holds\.|That does not hold\./)
    .first()
    .waitFor();
  await shoot(page, "lesson-feedback");
  await at(page, "/program/lessons/channel-model/check", shoot, "lesson-check");
  await at(page, "/program/story", shoot, "story");
  await at(page, "/assessment", shoot, "assessment-steps-left");
  await at(page, "/deals", shoot, "deals-none");
  await at(page, "/deals/new", shoot, "claim");
  await claim(page, "OPP-SHOT-1");
  await shoot(page, "claim-refused");
  await at(page, "/rules", shoot, "rules");
  await at(page, "/record", shoot, "record");
  await at(page, "/account/password", shoot, "password");
  await at(page, "/nothing-here", shoot, "not-found");
}

async function halfWay(page: Page, shoot: Shoot) {
  await signIn(page, rep("marcus.bell"), demoPassword);
  await shoot(page, "home-half-way");
  for (;;) {
    await page.goto("/");
    await page
      .getByRole("link", { name: /^Continue: / })
      .first()
      .click();
    if (!new URL(page.url()).pathname.startsWith("/program/lessons/")) break;
    await readLesson(page);
  }
  await playStory(page, (shown) => shoot(shown, "story-way"));
  await at(page, "/assessment", shoot, "assessment-open");
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await shoot(page, "question");
  await answerQuestions(page, demo.databaseUrl, { from: 1, to: 20, right: true });
  await shoot(page, "review");
  await page.getByRole("button", { name: "Submit the assessment" }).click();
  await shoot(page, "result-passed");
  await at(page, "/attestation", shoot, "attestation");
}

async function failedOnce(page: Page, shoot: Shoot) {
  await signIn(page, rep("teresa.quinones"), demoPassword);
  await shoot(page, "home-failed");
  await at(page, "/assessment", shoot, "assessment-review-first");
  await page
    .getByRole("link", { name: /result/i })
    .first()
    .click();
  await shoot(page, "result-failed");
}

async function certified(page: Page, shoot: Shoot) {
  await signIn(page, rep("priya.raman"), demoPassword);
  await shoot(page, "home-certified");
  await page.goto("/deals/new");
  await claim(page, "OPP-SHOT-2");
  await shoot(page, "deal");
  await at(page, "/deals", shoot, "deals");
  await at(page, "/record", shoot, "record-certified");
  await page.goto("/");
  await page
    .getByRole("link", { name: /certificate/i })
    .first()
    .click();
  await page.waitForURL(/certificates/);
  await shoot(page, "certificate");
  await page.goto(page.url().replace("/certificates/", "/verify/"));
  await shoot(page, "verify-valid");
}

async function others(shoot: Shoot) {
  for (const [login, name] of [
    [rep("imogen.clarke"), "home-grace"],
    [rep("jonas.krueger"), "home-not-yet-required"],
    [rep("rosalind.okoye"), "home-manager"],
    ["helen.marsh@staff.example.com", "home-program-office"],
    ["lucia.ferrante@partners.example.com", "home-partner"],
    ["samuel.adeyemi@staff.example.com", "home-auditor"],
  ] as const) {
    const page = await newPage();
    await signIn(page, login, demoPassword);
    await shoot(page, name);
    if (name === "home-partner") {
      await at(page, "/replays", shoot, "replays");
      await page.goto("/replays/partner-briefing");
      await page.locator("media-play-button").waitFor();
      await shoot(page, "replay");
      await at(page, "/replays/partner-briefing/transcript", shoot, "replay-transcript");
    }
    if (name === "home-program-office") {
      await at(page, "/program-office/item-statistics", shoot, "item-statistics");
      await page.locator("main table a").first().click();
      await shoot(page, "item-statistics-item");
    }
    await page.context().close();
  }
}

async function claim(page: Page, reference: string) {
  await page.getByLabel("Deal reference").fill(reference);
  await page.getByLabel("Customer", { exact: true }).fill("Adriatic Lines");
  await page.getByLabel("Country of the customer").selectOption("HR");
  await page.getByLabel("New business that the direct team found").check();
  await page.getByLabel("I lead this deal").check();
  await page.getByRole("button", { name: "Claim this deal" }).click();
  await page.waitForURL(/\/deals\/(refusals\/)?[0-9a-f-]{36}/);
}
