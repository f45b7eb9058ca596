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
  // Not together: where the browser is first unpacked, it moves the temporary folder that the demo would inherit.
  browser = await launchBrowser();
  demo = await startDemo();
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
  await everybodyElse(shoot);
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
  await at(page, "/register", shoot, "register");
  await at(page, "/demo/mailbox", shoot, "demo-mailbox");
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

const office = "helen.marsh@staff.example.com";
const partner = (name: string) => `${name}@partners.example.com`;

/** Who else signs in: the picture of their home, and the pages that they open after it. */
const others: [login: string, home: string, pages: [path: string, name: string][]][] = [
  [rep("imogen.clarke"), "home-grace", []],
  [rep("jonas.krueger"), "home-not-yet-required", []],
  [
    rep("rosalind.okoye"),
    "home-manager",
    [
      ["/team", "team"],
      ["/team/people", "team-people"],
      ["/team/people?status=blocked&sort=due", "team-blocked"],
      ["/team/delegates", "team-delegates"],
      ["/work", "work"],
    ],
  ],
  [
    office,
    "home-program-office",
    [
      ["/team", "everybody"],
      ["/program-office/roll-out", "roll-out"],
      ["/program-office/firms", "firms"],
      ["/program-office/messages", "messages"],
      ["/program-office/mail-refusals", "mail-refusals"],
      ["/program-office/notices", "notices"],
      ["/program-office/notices/rules", "notice-rules"],
      ["/program-office/people-import", "people-import"],
      ["/program-office/publish", "publish"],
      ["/program-office/schedule", "schedule"],
      ["/program-office/item-statistics", "item-statistics"],
    ],
  ],
  [
    partner("lucia.ferrante"),
    "home-partner",
    [
      ["/replays", "replays"],
      ["/replays/partner-briefing/transcript", "replay-transcript"],
      ["/partner/check", "partner-check-closed"],
      ["/trust", "trust"],
      ["/account/mail", "account-mail"],
    ],
  ],
  [
    partner("mateusz.lind"),
    "home-partner-attended",
    [
      ["/partner/check", "partner-check-passed"],
      ["/partner/attestation", "partner-attestation-signed"],
    ],
  ],
  [partner("joaquin.beltran"), "home-coordinator", [["/firm", "firm"]]],
  ["samuel.adeyemi@staff.example.com", "home-auditor", []],
];

async function everybodyElse(shoot: Shoot) {
  for (const [login, home, pages] of others) {
    const page = await newPage();
    await signIn(page, login, demoPassword);
    await shoot(page, home);
    for (const [path, name] of pages) await at(page, path, shoot, name);
    if (login === office) {
      await page.locator("main table a").first().click();
      await shoot(page, "item-statistics-item");
    }
    if (home === "home-partner") {
      await page.goto("/replays/partner-briefing");
      await page.locator("media-play-button").waitFor();
      await shoot(page, "replay");
    }
    if (home === "home-manager") {
      await page.goto("/team/people?status=blocked");
      await page.locator("main li a").first().click();
      await page.waitForURL(/\/team\/people\/./);
      await shoot(page, "team-person");
      await page.goto("/team/people?status=blocked");
      await page.locator("main input[name=id]").first().check();
      await page.locator("main form[action='/team/nudge'] button").first().click();
      await page.waitForURL(/\/team\/nudge/);
      await shoot(page, "team-nudge");
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
