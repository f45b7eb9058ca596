import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ensureRegistration } from "#app/features/certification/ensure-registration.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { answerCheckpoint } from "#app/features/replays/answer-checkpoint.server.ts";
import { getWatching } from "#app/features/replays/get-watching.server.ts";
import { listWatchings } from "#app/features/replays/list-watchings.server.ts";
import { readTranscriptSection } from "#app/features/replays/read-transcript-section.server.ts";
import { recordBeats } from "#app/features/replays/record-beats.server.ts";
import { startWatching } from "#app/features/replays/start-watching.server.ts";
import { evidence, type WatchBeat, watchings, watchSessions } from "#app/platform/db.server.ts";
import { handClock } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { addReplays, makeReplay } from "./make-replay.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const start = Date.UTC(2011, 6, 1, 9);
const second = 1000;
const replayId = "webinar";

async function setUp(db: TestDatabase) {
  const release = await makeRelease(db);
  await addReplays(db, release.id, [makeReplay()]);
  const { id: personId } = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1" });
  return { release, walk: { db, clock: handClock(start), personId, replayId } };
}

type Walk = Awaited<ReturnType<typeof setUp>>["walk"];

/** Beats of one stretch, each ten seconds further, as a player sends them. */
function stretchOf(to: number, given: Partial<WatchBeat> = {}): WatchBeat[] {
  const { stretch = 1, since = 0, from = 0 } = given;
  return Array.from({ length: (to - from) / (10 * second) }, (_, n) => {
    const played = (n + 1) * 10 * second;
    const common = { stretch, since, from, rate: 1, visible: true, ...given };
    return { ...common, seq: stretch * 100 + n, at: since + played, position: from + played };
  });
}

async function answer(walk: Walk, checkpointId: string, text = "Choice a.") {
  const { checkpoints } = await getWatching(walk);
  const choices = checkpoints.find(({ id }) => id === checkpointId)?.choices ?? [];
  const choice = choices.find((one) => one.text === text)?.token ?? "";
  return answerCheckpoint({ ...walk, checkpointId, choice });
}

async function told(db: TestDatabase) {
  const records = await db.read.select().from(evidence).orderBy(evidence.seq);
  return records.map(({ kind, subject, registrationId }) => [kind, subject, registrationId]);
}

test("a replay is complete when enough is watched and every question answered: evidence once, in the order it came", async () => {
  await using db = await testDatabase();
  const { walk, release } = await setUp(db);
  const { sessionId, ...begun } = await startWatching(walk);
  expect(begun).toEqual({ resumeAt: 0, furthest: 0, firstView: true });
  await expect(answer(walk, "middle")).rejects.toMatchObject({ code: "not-allowed" });
  walk.clock.pass(60 * second);
  const half = await recordBeats({ ...walk, sessionId, beats: stretchOf(60 * second) });
  expect(half).toMatchObject({ share: 0.5, chaptersNeeded: ["three"], furthest: 60_000, complete: false });
  expect(await answer(walk, "middle", "Choice b.")).toMatchObject({ state: "answered", feedback: { correct: false } });
  expect(await answer(walk, "middle")).toMatchObject({ state: "answered-before", feedback: { correct: false } });
  walk.clock.pass(60 * second);
  const second2 = stretchOf(120 * second, { stretch: 2, since: 60 * second, from: 60 * second });
  expect(await recordBeats({ ...walk, sessionId, beats: second2 })).toMatchObject({ share: 1, complete: false });
  expect(JSON.stringify((await getWatching(walk)).checkpoints[1])).not.toContain("Secret");
  expect(await answer(walk, "end")).toMatchObject({ state: "answered", complete: true, feedback: { correct: true } });
  expect(await recordBeats({ ...walk, sessionId, beats: second2 })).toMatchObject({ complete: true });
  expect(await told(db)).toEqual([
    ["checkpoint_answered", "webinar/middle", null],
    ["checkpoint_answered", "webinar/end", null],
    ["replay_watched", "webinar", null],
  ]);
  expect(await listWatchings(walk)).toMatchObject([{ id: "webinar", complete: true, begun: true }]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);

  // Another release with the same recording takes nothing away; another recording begins anew.
  const later = await makeRelease(db, { publishedAt: 5, itemsPerClause: 9 });
  await addReplays(db, later.id, [makeReplay({ title: "Another title" })]);
  expect(await getWatching(walk)).toMatchObject({ release: { id: later.id }, complete: true, firstView: false });
  const newest = await makeRelease(db, { publishedAt: 6, itemsPerClause: 10 });
  await addReplays(db, newest.id, [makeReplay({ sourceHash: "another" })]);
  expect(await getWatching(walk)).toMatchObject({ share: 0, checkpointsLeft: ["middle", "end"], completedAt: null });
  // What a later release asks besides is offered and not demanded: done stays done.
  const asksMore = await makeRelease(db, { publishedAt: 7, itemsPerClause: 11 });
  const more = makeReplay().checkpoints.map((one) => ({ ...one, id: `new-${one.id}` }));
  await addReplays(db, asksMore.id, [makeReplay({ checkpoints: more, threshold: 1 })]);
  const done = { complete: true, checkpointsLeft: [], chaptersNeeded: [], firstView: false };
  expect(await getWatching(walk)).toMatchObject(done);
  expect(await listWatchings(walk)).toMatchObject([{ complete: true, checkpointsLeft: [] }]);
  await db.write(async (tx) => void (await tx.update(watchings).set({ segments: [[0, 5]] })));
  expect((await verifyEvidence(db)).discrepancies).toEqual([
    expect.objectContaining({ subject: "replay webinar", problem: "is in the evidence and not stored as watched" }),
  ]);
  expect(release.id).not.toBe(newest.id);
});

test("fifty beats at once, doubled and in any order, count once and complete once", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const { sessionId } = await startWatching(walk);
  walk.clock.pass(130 * second);
  // The last question may be answered a little before its beat arrives.
  const beats = stretchOf(120 * second);
  await recordBeats({ ...walk, sessionId, beats: beats.slice(0, 11) });
  await Promise.all(["middle", "middle", "end", "end"].map((id) => answer(walk, id)));
  const fifty = Array.from({ length: 50 }, (_, n) => beats[(n * 7) % 12] as WatchBeat);
  const answers = await Promise.all(fifty.map((beat) => recordBeats({ ...walk, sessionId, beats: [beat] })));
  expect(answers.filter(({ beats: [first] }) => first?.believed)).toHaveLength(1);
  expect(await db.read.select().from(watchings)).toMatchObject([{ segments: [[0, 120_000]], furthest: 120_000 }]);
  expect((await told(db)).map(([kind]) => kind)).toEqual([
    ...["checkpoint_answered", "checkpoint_answered", "replay_watched"],
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("of two tabs one plays: the other is told, and what it saw before still counts when it comes late", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const opened = await Promise.all([startWatching(walk), startWatching(walk), startWatching(walk)]);
  expect(await db.read.select().from(watchSessions).where(eq(watchSessions.personId, walk.personId))).toHaveLength(3);
  const states = await Promise.all(
    opened.map(({ sessionId }) => recordBeats({ ...walk, sessionId, beats: [beatAt(0)] })),
  );
  expect(states.filter(({ sessionEnded }) => !sessionEnded)).toHaveLength(1);

  const first = await startWatching(walk);
  walk.clock.pass(30 * second);
  const next = await startWatching(walk);
  walk.clock.pass(30 * second);
  const late = await recordBeats({ ...walk, sessionId: first.sessionId, beats: [beatAt(30), beatAt(50)] });
  expect(late).toMatchObject({ sessionEnded: true, furthest: 30_000 });
  expect(late.beats).toEqual([
    { seq: 30, believed: true },
    { seq: 50, believed: false, reason: "ended" },
  ]);
  const both = await recordBeats({ ...walk, sessionId: next.sessionId, beats: [beatAt(20)] });
  expect(both).toMatchObject({ sessionEnded: false, share: 0.25 });
});

/** So many seconds into the first stretch. */
function beatAt(seconds: number): WatchBeat {
  const ms = seconds * second;
  return { seq: seconds, stretch: 1, since: 0, from: 0, at: ms, position: ms, rate: 1, visible: true };
}

test("after a kill it goes on within ten seconds of where it stopped, on any device", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const { sessionId } = await startWatching(walk);
  for (const beat of stretchOf(50 * second)) {
    walk.clock.pass(10 * second);
    await recordBeats({ ...walk, sessionId, beats: [beat] });
  }
  walk.clock.pass(9 * second);
  expect(await getWatching(walk)).toMatchObject({ resumeAt: 50_000, furthest: 50_000, firstView: true });
  const again = await startWatching(walk);
  expect(again).toMatchObject({ resumeAt: 50_000, furthest: 50_000 });
  walk.clock.pass(10 * second);
  const beats = stretchOf(60 * second, { from: 50 * second });
  expect(await recordBeats({ ...walk, sessionId: again.sessionId, beats })).toMatchObject({ share: 0.5 });
});

test("the transcript is an equal path: part by part, with the same questions, and counts in a registration under way", async () => {
  await using db = await testDatabase();
  const { walk, release } = await setUp(db);
  const { programId, editionId } = release;
  const registration = await db.write((tx) =>
    ensureRegistration(tx, { personId: walk.personId, programId, editionId, now: start }),
  );
  const read = (section: number) => readTranscriptSection({ ...walk, section });
  await expect(read(2)).rejects.toMatchObject({ code: "not-allowed" });
  expect(await read(1)).toEqual({ state: "read", complete: false });
  expect(await read(1)).toEqual({ state: "done-before", complete: false });
  await expect(read(2)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(read(3)).rejects.toMatchObject({ code: "not-found" });
  await answer(walk, "middle");
  expect(await Promise.all([read(2), read(2)])).toContainEqual({ state: "read", complete: false });
  expect(await answer(walk, "end", "Choice c.")).toMatchObject({ complete: true });
  expect(await told(db)).toEqual([
    ["transcript_section_read", "webinar/1", registration.id],
    ["checkpoint_answered", "webinar/middle", registration.id],
    ["transcript_section_read", "webinar/2", registration.id],
    ["checkpoint_answered", "webinar/end", registration.id],
    ["replay_watched", "webinar", registration.id],
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("sessions are their person's own, and what is finished stays", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const { sessionId } = await startWatching(walk);
  const { id: personId } = await makePerson(db);
  const foreign = recordBeats({ ...walk, personId, sessionId, beats: [beatAt(0)] });
  await expect(foreign).rejects.toMatchObject({ code: "not-found" });
  await expect(startWatching({ ...walk, replayId: "none" })).rejects.toMatchObject({ code: "not-found" });
  const unknown = answerCheckpoint({ ...walk, checkpointId: "none", choice: "" });
  await expect(unknown).rejects.toMatchObject({ code: "not-found" });
  await expect(answer(walk, "middle", "No such choice")).rejects.toMatchObject({ code: "validation-failed" });
  await startWatching(walk);
  const reopen = db.write(async (tx) => {
    await tx.update(watchSessions).set({ endedAt: null }).where(eq(watchSessions.id, sessionId));
  });
  await expect(reopen).rejects.toThrow();
  await expect(db.write(async (tx) => void (await tx.delete(watchings)))).rejects.toThrow();
});

test("time in a hidden tab counts where the replay says so, and not elsewhere", async () => {
  await using db = await testDatabase();
  const { walk, release } = await setUp(db);
  await addReplays(db, release.id, [makeReplay({ id: "talk", sourceHash: "talk", hiddenTabCounts: true })]);
  for (const [id, share] of [["talk", 0.25] as const, [replayId, 0] as const]) {
    const watching = { ...walk, replayId: id };
    const { sessionId } = await startWatching(watching);
    walk.clock.pass(30 * second);
    const beats = [{ ...beatAt(30), visible: false }];
    expect(await recordBeats({ ...watching, sessionId, beats })).toMatchObject({ share });
  }
});
