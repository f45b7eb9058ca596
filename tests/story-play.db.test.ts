import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { chooseInStory } from "#app/features/stories/choose-in-story.server.ts";
import { listPlays } from "#app/features/stories/list-plays.server.ts";
import { startStory } from "#app/features/stories/start-story.server.ts";
import { type EvidenceBody, evidence, registrations, releaseParts, storyPlays } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify, handClock, readEverything } from "./learning-walk.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { makeStory } from "./make-story.ts";
import { playStory } from "./play-story.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const start = Date.UTC(2011, 6, 1, 9);
const storyId = "a-deal";

async function setUp(db: TestDatabase) {
  const release = await makeRelease(db, { story: true });
  const person = await makePerson(db, { timeZone: "UTC" });
  return { person, walk: { db, clock: handClock(start), personId: person.id, release } };
}

/** The path that the database holds for a play, as scene ids. */
async function scenesOf(db: TestDatabase, playId: string): Promise<string[]> {
  const [play] = await db.read.select({ path: storyPlays.path }).from(storyPlays).where(eq(storyPlays.id, playId));
  return play?.path.map((step) => step.sceneId) ?? [];
}

async function storyEvidence(db: TestDatabase) {
  const records = await db.read.select().from(evidence).where(eq(evidence.kind, "story_ended")).orderBy(evidence.seq);
  return records.map(({ body, ...record }) => ({ ...record, body: body as EvidenceBody & { kind: "story_ended" } }));
}

test("the story is a step before the assessment: it opens the registration, ends once, and is evidence", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const { play } = await startStory(walk);
  expect(await db.read.select().from(registrations)).toMatchObject([{ id: play.registrationId, cycle: 1 }]);
  expect(await startStory(walk)).toMatchObject({ state: "resumed", play: { id: play.id, number: 1 } });
  await db.write(async (tx) => void (await tx.update(storyPlays).set({ startedAt: start - 5 })));
  walk.clock.pass(60_000);
  await playStory(walk, ["b", "b"]);
  expect(await storyEvidence(db)).toMatchObject([
    {
      at: start + 60_000,
      registrationId: play.registrationId,
      releaseId: walk.release.id,
      subject: storyId,
      body: {
        ...{ playId: play.id, number: 1, endingId: "lost", startedAt: start - 5 },
        path: [
          { sceneId: "first-call", choiceId: "b", leadsTo: "price", at: start + 60_000 },
          { sceneId: "price", choiceId: "b", leadsTo: "lost" },
        ],
      },
    },
  ]);
  const standing = await getStanding(walk);
  expect(standing.steps.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    ...["module next", "module later", "story done", "assessment later", "attestation later"],
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("neither the assessment nor the gate goes without the story", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  await readEverything({ ...walk, release: { ...walk.release, summary: { ...walk.release.summary, story: null } } });
  expect(await startAttempt(walk)).toEqual({ state: "lessons-left", steps: [storyId] });
  await startStory(walk);
  expect(await startAttempt(walk)).toEqual({ state: "lessons-left", steps: [storyId] });
  await makeWave(db, { effectiveAt: 0, graceDays: 0 });
  const missing = async () => {
    const right = await checkClaimRight({ db, personId: walk.personId, at: start, now: start });
    return right.missingSteps.map(({ href, minutes }) => [href, minutes]);
  };
  const after = [
    ["/assessment", 25],
    ["/attestation", 2],
  ];
  expect(await missing()).toEqual([["/program/story", 8], ...after]);
  await playStory(walk);
  expect(await missing()).toEqual(after);
  expect(await startAttempt(walk)).toMatchObject({ state: "started" });
});

test("late, second and foreign posts change nothing", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const { play } = await startStory(walk);
  const choose = (sceneId: string, choice: string, personId = walk.personId) =>
    chooseInStory({ ...walk, personId, playId: play.id, sceneId, choice });
  expect(await choose("first-call", "1")).toEqual({ state: "taken", ended: false });
  expect(await choose("first-call", "1")).toEqual({ state: "same-choice", ended: false });
  expect(await choose("first-call", "2")).toEqual({ state: "moved-on", ended: false });
  expect(await choose("nowhere", "1")).toEqual({ state: "moved-on", ended: false });
  await expect(choose((await lastPlace(db, play.id)) ?? "", "9")).rejects.toMatchObject({ code: "validation-failed" });
  const other = await makePerson(db);
  await expect(choose("first-call", "1", other.id)).rejects.toMatchObject({ code: "not-found" });
  expect(await scenesOf(db, play.id)).toEqual(["first-call"]);
  await playStory(walk);
  const ended = await scenesOf(db, play.id);
  expect(await choose(ended.at(-1) ?? "", "2")).toMatchObject({ ended: true });
  expect(await scenesOf(db, play.id)).toEqual(ended);
  expect(await storyEvidence(db)).toHaveLength(1);
});

async function lastPlace(db: TestDatabase, playId: string) {
  const [play] = await db.read.select({ path: storyPlays.path }).from(storyPlays).where(eq(storyPlays.id, playId));
  return play?.path.at(-1)?.leadsTo;
}

test("fifty starts and fifty choices at once are one play, one path and one end", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const fifty = <T>(run: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 50 }, (_, n) => run(n)));
  const started = await fifty(() => startStory(walk));
  expect(new Set(started.map(({ play }) => play.id)).size).toBe(1);
  const playId = started[0]?.play.id ?? "";
  for (let scenes = 1; (await storyEvidence(db)).length === 0; scenes++) {
    const sceneId = (await lastPlace(db, playId)) ?? "first-call";
    const chosen = await fifty((n) => chooseInStory({ ...walk, playId, sceneId, choice: String((n % 2) + 1) }));
    expect(chosen.filter(({ state }) => state === "taken")).toHaveLength(1);
    expect(await scenesOf(db, playId)).toHaveLength(scenes);
  }
  expect(await storyEvidence(db)).toHaveLength(1);
});

test("it is played again as often as one likes; after the certification beside the registration", async () => {
  await using db = await testDatabase();
  const { walk, person } = await setUp(db);
  const first = await certify(walk, person);
  await startStory(walk);
  await playStory(walk, ["b", "a"]);
  expect((await storyEvidence(db)).map(({ registrationId, body }) => [registrationId, body.number])).toEqual([
    [first.registrationId, 1],
    [null, 2],
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);

  // A play that is open when the renewal begins counts for nothing yet, and begins anew there.
  const { play: left } = await startStory(walk);
  await chooseInStory({ ...walk, playId: left.id, sceneId: "first-call", choice: "1" });
  walk.clock.set(first.validUntil - 1);
  const { play } = await startStory(walk);
  expect(play).toMatchObject({ id: left.id, number: 1, path: [], startedAt: walk.clock.now() });
  expect(play.registrationId).not.toBe(first.registrationId);
  await playStory(walk, ["b", "b"]);
  expect((await getStanding(walk)).progress.endedStories).toEqual(new Set([storyId]));
  expect((await listPlays(db.read, { ...walk, storyId })).map((one) => one.endingId)).toEqual([
    ...["won", "shared", "lost"],
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("a play goes on with the story of its own release, and counts in the one that is current", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const { play } = await startStory(walk);
  const shorter = await makeRelease(db, {
    publishedAt: 5,
    itemsPerClause: 9,
    summary: { story: walk.release.summary.story },
  });
  const body = { ...makeStory(), start: "price", scenes: makeStory().scenes.slice(2) };
  await db.write(async (tx) => {
    const part = { releaseId: shorter.id, kind: "story" as const, partId: body.id, position: 999, body };
    await tx.insert(releaseParts).values(part);
  });
  expect((await startStory(walk)).play).toMatchObject({ id: play.id, releaseId: walk.release.id });
  await playStory(walk, ["a", "a"]);
  expect(await scenesOf(db, play.id)).toEqual(["first-call", "meeting"]);
  expect((await getStanding(walk)).progress.endedStories).toEqual(new Set([storyId]));
  const { playId } = await playStory(walk);
  expect(await scenesOf(db, playId)).toEqual(["price"]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("verify names a play without its evidence, and evidence that its play does not bear out", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const { playId } = await playStory(walk, ["a", "a"]);
  const [row] = await db.read.select().from(storyPlays).where(eq(storyPlays.id, playId));
  if (!row) throw new Error("The play is not stored.");
  const forge = (play: Partial<typeof row>) =>
    db.write(async (tx) => {
      await tx.insert(storyPlays).values({ ...row, id: newId(), ...play });
    });
  await forge({ number: 2, endingId: "lost" });
  expect((await verifyEvidence(db)).discrepancies).toEqual([
    expect.objectContaining({ personId: walk.personId, problem: "has ended without evidence" }),
  ]);
});
