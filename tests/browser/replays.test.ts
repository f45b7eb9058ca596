import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { evidence } from "#app/platform/db.server.ts";
import { checkAccessibility } from "./check-accessibility.ts";
import { launchBrowser } from "./launch-browser.ts";
import { startReplays } from "./start-replays.ts";

let browser: Browser;
let app: Awaited<ReturnType<typeof startReplays>>;

beforeAll(async () => {
  // Not together: where the browser is first unpacked, it moves the temporary folder.
  browser = await launchBrowser();
  app = await startReplays();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Where the film stands, in seconds, and whether it is paused. */
function film(page: Page): Promise<{ at: number; paused: boolean; rate: number }> {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>("media-controller video");
    return { at: video?.currentTime ?? -1, paused: video?.paused ?? true, rate: video?.playbackRate ?? 0 };
  });
}

async function openPlayer(page: Page, replayId: string) {
  await page.goto(`/replays/${replayId}`);
  await page.waitForFunction(
    () => (document.querySelector<HTMLVideoElement>("media-controller video")?.readyState ?? 0) > 0,
  );
}

const play = (page: Page) => page.locator("media-play-button").click();
const untilAt = (page: Page, seconds: number) =>
  expect.poll(async () => (await film(page)).at, { timeout: 40_000, interval: 200 }).toBeGreaterThanOrEqual(seconds);

test("a replay plays with captions, goes no further than was watched, and goes on elsewhere where it stopped", async () => {
  const partner = await app.newPartner();
  // A page of its own, as the checker's ways of looking into elements break the page's policy.
  const looked = await (await app.device(browser, partner)).newPage();
  await looked.goto("/replays");
  await checkAccessibility(looked);
  await openPlayer(looked, "partner-briefing");
  await checkAccessibility(looked);
  await looked.context().close();

  const phone = await (await app.device(browser, partner)).newPage();
  const failures: string[] = [];
  phone.on("pageerror", (error) => failures.push(error.message));
  phone.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  await openPlayer(phone, "partner-briefing");
  expect(await film(phone)).toEqual({ at: 0, paused: true, rate: 1 });
  await phone.getByText("Not started. It counts with 90% watched and 3 questions answered.").waitFor();

  await play(phone);
  await phone.locator("media-captions-button").click();
  const captions = () =>
    phone.evaluate(() =>
      [...(document.querySelector("video")?.textTracks ?? [])].map(({ kind, mode }) => [kind, mode]),
    );
  expect(await captions()).toContainEqual(["captions", "showing"]);
  await untilAt(phone, 11);
  await phone.getByText("You have watched 2%.").waitFor();
  const { at: before } = await film(phone);
  // It says by itself that it is not to be had yet; people press all the same.
  await phone.getByRole("button", { name: /New business: you lead/ }).click({ force: true });
  await phone.getByText("On the first view you can go back, not ahead.").waitFor();
  expect((await film(phone)).at).toBeLessThan(before + 3);
  await phone.evaluate(() => {
    const video = document.querySelector("video");
    if (video) video.playbackRate = 2;
  });
  await expect.poll(async () => (await film(phone)).rate).toBe(1.5);
  await phone.getByRole("searchbox").fill("refer");
  await phone.getByRole("button", { name: "In the end the partner is left asking for a referral fee," }).waitFor();
  expect(await phone.locator("mark").allTextContents()).toEqual(["refer"]);
  const { at: stopped } = await film(phone);
  await phone.goto("/replays");
  await phone.getByRole("link", { name: "Go on" }).waitFor();

  const desk = await (await app.device(browser, partner)).newPage();
  await openPlayer(desk, "partner-briefing");
  await expect.poll(async () => (await film(desk)).at).toBeGreaterThan(stopped - 10);
  expect((await film(desk)).at).toBeLessThan(stopped + 10);
  await openPlayer(phone, "partner-briefing");
  await play(phone);
  await untilAt(phone, stopped + 1);
  await Promise.all([desk.waitForResponse(/\/session$/), play(desk)]);
  await phone.evaluate(() => document.querySelector("video")?.pause());
  await Promise.all([phone.waitForResponse(/\/session$/), phone.getByRole("button", { name: "Go on here" }).click()]);
  await expect.poll(async () => (await film(phone)).paused).toBe(false);
  await desk.evaluate(() => document.querySelector("video")?.pause());
  await desk.getByRole("button", { name: "Go on here" }).waitFor();
  expect(failures).toEqual([]);
});

test("a question stops the film and is answered, twenty seconds without connection are not lost, and it counts", async () => {
  const partner = await app.newPartner();
  const context = await app.device(browser, partner);
  const page = await context.newPage();
  await openPlayer(page, "short-talk");
  await play(page);
  const question = page.getByRole("dialog", { name: "Question of middle?" });
  await question.waitFor({ timeout: 30_000 });
  expect((await film(page)).paused).toBe(true);
  await checkAccessibility(page);
  await question.getByRole("button", { name: "Check my answer" }).click();
  await question.getByText("Choose one answer, then check it.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Answer the question" }).click();
  await question.getByLabel("Choice b.").check();
  await question.getByRole("button", { name: "Check my answer" }).click();
  await question.getByText("Secret feedback of b.").waitFor();
  await page.waitForFunction(() => {
    const buffered = document.querySelector("video")?.buffered;
    return buffered && buffered.length > 0 && buffered.end(buffered.length - 1) > 31.9;
  });
  await context.setOffline(true);
  const offlineSince = Date.now();
  await question.getByRole("button", { name: "Go on watching" }).click();
  await page.getByText("No connection.").waitFor({ timeout: 30_000 });
  await untilAt(page, 31.5);
  await new Promise((resume) => setTimeout(resume, Math.max(0, offlineSince + 20_000 - Date.now())));
  expect(await page.getByText("and it counts").count()).toBe(0);
  await context.setOffline(false);
  await page.getByText("You have watched this replay, and it counts.").waitFor();

  await page.evaluate(() => {
    const video = document.querySelector("video");
    if (video) video.currentTime = 1;
  });
  await page.getByRole("button", { name: /Part three/ }).click();
  await expect.poll(async () => (await film(page)).at).toBeGreaterThanOrEqual(22);
  const kinds = await app.db.read.select({ kind: evidence.kind, personId: evidence.personId }).from(evidence);
  expect(kinds.filter(({ personId }) => personId === partner).map(({ kind }) => kind)).toEqual([
    "checkpoint_answered",
    "replay_watched",
  ]);
  expect((await verifyEvidence(app.db)).discrepancies).toEqual([]);
  await page.goto("/replays/partner-briefing/transcript");
  await checkAccessibility(page);
});
