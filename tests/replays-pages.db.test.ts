import { expect, test } from "vitest";
import { evidence } from "#app/platform/db.server.ts";
import { makePages, type Pages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { addReplays, makeReplay } from "./make-replay.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const transcript = "/replays/webinar/transcript";
const elsewhere = { url: "https://media.example.com/talk/index.m3u8", type: "application/vnd.apple.mpegurl" };

async function setUp(db: TestDatabase, pages: Pages) {
  const release = await makeRelease(db);
  const far = makeReplay({ id: "far", source: elsewhere, sourceHash: null, title: "A film elsewhere" });
  await addReplays(db, release.id, [makeReplay(), far]);
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1" });
  const cookie = await pages.signedIn(partner.id);
  return {
    open: async (path: string) => (await pages.visit(path, { cookie })).body,
    post: (path: string, form: Record<string, string>) => pages.visit(path, { cookie, form }),
    policyOf: async (path: string) =>
      String((await pages.server.inject({ url: path, headers: { cookie } })).headers["content-security-policy"]),
  };
}

/** What a form sends for the choice with this text. */
function tokenOf(html: string, text: string): string {
  const labels = [...html.matchAll(/<input[^>]*name="choice"[^>]*value="([^"]+)"[^>]*\/><span>([^<]*)/g)];
  return labels.find((label) => label[2] === text)?.[1] ?? "";
}

test("a replay is read without scripts, part by part with its questions, and is done as if it was watched", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { open, post } = await setUp(db, pages);
  expect(await open("/replays")).toContain("Not started. It counts with 90% watched and 2 questions answered.");
  let page = await open(transcript);
  expect(page).not.toContain("<script");
  expect(page).toContain("Spoken at 0. Spoken at 30.".slice(0, 12));
  expect(page).not.toContain("Spoken at 60.");
  expect(page).toContain("Opens after part 1 and its question.");
  expect(page).not.toContain("Question of middle?");
  expect((await post(transcript, { intent: "read", section: "2" })).status).toBe(403);
  expect((await post(transcript, { intent: "read", section: "no" })).status).toBe(404);
  expect((await post(transcript, { intent: "other" })).status).toBe(422);

  expect((await post(transcript, { intent: "read", section: "1" })).location).toBe(`${transcript}#after-1`);
  expect((await post(transcript, { intent: "read", section: "1" })).status, "a second post").toBe(302);
  page = await open(transcript);
  expect(page).toContain("Question of middle?");
  expect(page).not.toContain("Secret feedback");
  expect(await open("/replays")).toContain(
    "You have watched 50%. Chapter 3 is still needed. 2 questions are still open.",
  );
  const empty = await post(transcript, { intent: "answer", checkpoint: "middle" });
  expect([empty.status, empty.body.includes("Choose one answer")]).toEqual([422, true]);
  const wrong = tokenOf(page, "Choice b.");
  const answer = { intent: "answer", checkpoint: "middle" };
  expect((await post(transcript, { ...answer, choice: wrong })).location).toBe(`${transcript}#question-middle`);
  const again = tokenOf(page, "Choice a.");
  expect((await post(transcript, { ...answer, choice: again })).status, "from another tab").toBe(302);
  page = await open(transcript);
  expect(page).toContain("Secret feedback of b.");
  expect(page).not.toContain("Secret feedback of a.");

  await post(transcript, { intent: "read", section: "2" });
  page = await open(transcript);
  await post(transcript, {
    intent: "answer",
    checkpoint: "end",
    choice: tokenOf(page.split("Question of end?")[1] ?? "", "Choice a."),
  });
  expect(await open(transcript)).toContain("All of it is done, and it counts.");
  expect(await open("/replays")).toContain("You have watched this replay, and it counts.");
  const record = await open("/record");
  expect(record).toContain("You answered the question “Question of middle?” of the replay “A webinar”.");
  expect(record).toContain("You watched the replay “A webinar”.");
  const kinds = await db.read.select({ kind: evidence.kind }).from(evidence).orderBy(evidence.seq);
  expect(kinds.map(({ kind }) => kind)).toEqual([
    "transcript_section_read",
    "checkpoint_answered",
    "transcript_section_read",
    "checkpoint_answered",
    "replay_watched",
  ]);
});

test("the page of the player says plainly what counts without scripts, and holds no key", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { open, post } = await setUp(db, pages);
  const page = await open("/replays/webinar");
  expect(page).toContain("nothing that you watch below counts");
  expect(page).toContain(`href="${transcript}"`);
  expect(page).not.toContain("autoplay");
  expect(page).not.toContain("Secret feedback");
  expect(page).not.toContain("correct");
  expect(await open("/replays/webinar/chapters.vtt")).toMatch(/^WEBVTT\n\n00:00:00.000 --> 00:00:40.000\nChapter one/);

  const started = await post("/replays/webinar/session", {});
  expect(JSON.parse(started.body)).toEqual({
    sessionId: expect.any(String),
    resumeAt: 0,
    furthest: 0,
    firstView: true,
  });
  expect((await post("/replays/none/session", {})).status).toBe(404);
  const early = await post("/replays/webinar/checkpoints/middle", { choice: tokenOf(page, "") });
  expect(early.status).toBe(422);
});

test("only the page of a player lets media in from elsewhere, and only from where its own film lies", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { policyOf } = await setUp(db, pages);
  const part = (policy: string, name: string) => policy.split("; ").find((one) => one.startsWith(name));
  const own = await policyOf("/replays/webinar");
  expect(part(own, "media-src")).toBe("media-src 'self'");
  expect(part(own, "connect-src")).toBe("connect-src 'self'");
  expect(part(own, "style-src")).toMatch(/^style-src 'self' 'nonce-[^']+'$/);
  expect(part(own, "style-src")?.slice(17)).toBe(part(own, "script-src")?.slice(18));
  const far = await policyOf("/replays/far");
  expect(part(far, "media-src")).toBe("media-src 'self' blob: https://media.example.com");
  expect(part(far, "connect-src")).toBe("connect-src 'self' https://media.example.com");
  for (const path of ["/replays", transcript, "/replays/none", "/"]) {
    const policy = await policyOf(path);
    expect([path, part(policy, "media-src")]).toEqual([path, "media-src 'self'"]);
    expect([path, part(policy, "style-src")]).toEqual([path, "style-src 'self'"]);
  }
});
