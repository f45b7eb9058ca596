import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attestPartner } from "#app/features/attendance/attest-partner.server.ts";
import { findOpenCheck } from "#app/features/attendance/find-open-check.server.ts";
import { getCheckResult } from "#app/features/attendance/get-check-result.server.ts";
import { getPartnerPath } from "#app/features/attendance/get-partner-path.server.ts";
import { saveCheckAnswer } from "#app/features/attendance/save-check-answer.server.ts";
import { startPartnerCheck } from "#app/features/attendance/start-partner-check.server.ts";
import { submitPartnerCheck } from "#app/features/attendance/submit-partner-check.server.ts";
import { verifyAttendance } from "#app/features/attendance/verify-attendance.server.ts";
import { appendEvidence } from "#app/features/evidence/append-evidence.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { attendances, evidence, firms, partnerChecks, people } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { handClock } from "./learning-walk.ts";
import { makeWave } from "./make-claim-facts.ts";
import { partnersSummary } from "./make-partner-path.ts";
import { makeRelease } from "./make-release.ts";
import { addReplays, makeReplay } from "./make-replay.ts";
import { answerCheck, attend, makePartner, takeCheck, watchEverything, watchReplay } from "./partner-walk.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const hour = 3_600_000;
const start = Date.UTC(2011, 6, 1, 9);

async function setUp(db: TestDatabase) {
  const release = await makeRelease(db, { partners: true });
  const partner = await makePartner(db, { givenName: "Lucía", familyName: "Ferrante" });
  const walk = { db, clock: handClock(start), personId: partner.id };
  const sign = (typedName = fullName(partner)) => attestPartner({ ...walk, typedName });
  const states = async () => (await getPartnerPath(walk)).steps.map(({ state }) => state);
  return { release, partner, walk, sign, states };
}

async function kindsOf(db: TestDatabase, personId: string) {
  const records = await db.read.select().from(evidence).where(eq(evidence.personId, personId)).orderBy(evidence.seq);
  return records.map(({ kind }) => kind).filter((kind) => !/checkpoint|section/.test(kind));
}

test("replays, check and signature in this order and no other lead to one certificate of attendance", async () => {
  await using db = await testDatabase();
  const { walk, partner, sign, states } = await setUp(db);
  expect(await sign()).toMatchObject({ state: "steps-left", steps: [{}, {}, { kind: "check" }] });
  expect(await startPartnerCheck(walk)).toMatchObject({ state: "steps-left", steps: [{ kind: "replay" }, {}] });
  await watchReplay(walk, "joint-deal");
  expect(await states()).toEqual(["next", "done", "closed", "closed"]);
  expect(await startPartnerCheck(walk)).toMatchObject({ state: "steps-left", steps: [{ id: "briefing" }] });
  await watchReplay(walk, "briefing");
  expect(await sign()).toMatchObject({ state: "steps-left", steps: [{ kind: "check" }] });
  expect((await takeCheck(walk, 6)).result).toMatchObject({ correct: 6, total: 8, passed: true });
  expect(await startPartnerCheck(walk)).toEqual({
    state: "refused",
    decision: { allowed: false, reason: "PASSED" },
  });
  expect(await sign("Somebody Else")).toEqual({ state: "name-differs" });
  expect(await kindsOf(db, partner.id)).not.toContain("attended");

  walk.clock.pass(hour);
  const attested = await sign("  lucia FERRANTE ");
  if (attested.state !== "attended") throw new Error("Not attended.");
  expect(attested).toMatchObject({
    already: false,
    attendance: { editionId: "2011-07", firmName: "Harbour Systems", issuedAt: start + hour },
  });
  expect(await sign("Somebody Else")).toEqual({ ...attested, already: true });
  expect(await states()).toEqual(["done", "done", "done", "done"]);
  expect(await kindsOf(db, partner.id)).toEqual([
    ...["replay_watched", "replay_watched", "partner_check_submitted", "partner_attested", "attended"],
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);

  // The firm is that of the day; strangers learn no name.
  await db.write(async (tx) => {
    await tx.update(firms).set({ name: "Another name" });
    await tx.update(people).set({ firmId: null }).where(eq(people.id, partner.id));
  });
  const told = await verifyAttendance({ db, number: attested.attendance.number.toLowerCase() });
  expect(told).toEqual({
    ...{ program: "Rules of Engagement", edition: "Edition 2011-07", organisation: "Example Services" },
    ...{ firmName: "Harbour Systems", initials: "L. F.", issuedAt: start + hour },
  });
  expect(await verifyAttendance({ db, number: "CLR-0000-0000-0000" })).toBeNull();
  expect(await verifyAttendance({ db, number: "nonsense" })).toBeNull();
});

test("a check that was not passed: clauses and where to watch, other questions, and days between", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  await watchEverything(walk);
  const { checkId } = await takeCheck(walk, 5);
  const report = await getCheckResult({ ...walk, checkId });
  expect(report).toMatchObject({ needed: 6, explanations: null, result: { correct: 5, passed: false } });
  expect(JSON.stringify(report)).not.toMatch(/partner-\d|What follows|"choice"/);
  expect(report.missed.length + report.held.length).toBe(6);
  const [missed] = report.missed;
  const asksAboutIt = (missed?.chapters ?? []).map(({ replayId }) => replayId);
  expect(asksAboutIt).toEqual(
    missed?.clause.id.startsWith("ROE-1") ? ["briefing", "briefing", "joint-deal", "joint-deal"] : [],
  );

  await takeCheck(walk, 0);
  const wait = { allowed: false, reason: "WAIT", availableAt: start + 24 * hour };
  expect(await startPartnerCheck(walk)).toEqual({ state: "refused", decision: wait });
  walk.clock.pass(24 * hour);
  const third = await takeCheck(walk, 8);
  const checks = await db.read.select().from(partnerChecks).orderBy(partnerChecks.number);
  const shown = checks.slice(0, 2).flatMap(({ form }) => form.map(({ itemId }) => itemId));
  expect(new Set(shown).size, "the second asks nothing that the first asked").toBe(16);
  const passed = await getCheckResult({ ...walk, checkId: third.checkId });
  expect(passed.explanations).toHaveLength(8);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("answers are kept as given, the last one counts, and nothing changes after the submit", async () => {
  await using db = await testDatabase();
  const { walk, partner } = await setUp(db);
  await watchEverything(walk);
  const checkId = await answerCheck(walk, 8);
  await saveCheckAnswer({ ...walk, checkId, position: 1, choice: "1" });
  const before = await findOpenCheck(walk);
  expect(await startPartnerCheck(walk)).toMatchObject({ state: "resumed", check: before?.check });
  await expect(saveCheckAnswer({ ...walk, checkId, position: 1, choice: "9" })).rejects.toMatchObject({
    code: "validation-failed",
  });
  await expect(saveCheckAnswer({ ...walk, checkId, position: 9, choice: "1" })).rejects.toMatchObject({
    code: "validation-failed",
  });
  const other = await makePartner(db);
  for (const call of [
    () => saveCheckAnswer({ ...walk, personId: other.id, checkId, position: 1, choice: "1" }),
    () => submitPartnerCheck({ ...walk, personId: other.id, checkId }),
    () => getCheckResult({ ...walk, personId: other.id, checkId }),
  ])
    await expect(call()).rejects.toMatchObject({ code: "not-found" });
  await expect(getCheckResult({ ...walk, checkId })).rejects.toMatchObject({ code: "conflict" });
  const first = await submitPartnerCheck({ ...walk, checkId });
  expect(await submitPartnerCheck({ ...walk, checkId })).toEqual({ ...first, already: true });
  expect(await saveCheckAnswer({ ...walk, checkId, position: 1, choice: "2" })).toBe("ended");
  expect((await kindsOf(db, partner.id)).filter((kind) => kind === "partner_check_submitted")).toHaveLength(1);
  await expect(
    db.write(async (tx) => {
      await tx.update(partnerChecks).set({ answers: {} }).where(eq(partnerChecks.id, checkId));
    }),
  ).rejects.toThrow();
});

test("of many at once there is one check, one submit, one signature and one certificate", async () => {
  await using db = await testDatabase();
  const { walk, partner, sign } = await setUp(db);
  await watchEverything(walk);
  const many = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 12 }, run));
  const starts = await many(() => startPartnerCheck(walk));
  expect(starts.filter(({ state }) => state === "started")).toHaveLength(1);
  expect(await db.read.select().from(partnerChecks)).toHaveLength(1);
  const checkId = await answerCheck(walk, 8);
  const submits = await many(() => submitPartnerCheck({ ...walk, checkId }));
  expect(submits.filter(({ already }) => !already)).toHaveLength(1);
  const signed = await many(() => sign());
  const numbers = new Set(signed.map((one) => (one.state === "attended" ? one.attendance.number : one.state)));
  expect(numbers.size).toBe(1);
  expect(signed.filter((one) => one.state === "attended" && !one.already)).toHaveLength(1);
  expect(await db.read.select().from(attendances)).toHaveLength(1);
  const records = await db.read
    .select()
    .from(evidence)
    .where(and(eq(evidence.personId, partner.id), eq(evidence.kind, "partner_attested")));
  expect(records).toHaveLength(1);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("a release in between changes what is left, and neither the check under way nor what is finished", async () => {
  await using db = await testDatabase();
  const { walk, partner, sign, states } = await setUp(db);
  await watchEverything(walk);
  const checkId = await answerCheck(walk, 7);
  const third = { id: "third", title: "One more", minutes: 2 };
  // The same recordings, another key of every question, and one replay more.
  const later = await makeRelease(db, {
    ...{ partners: true, publishedAt: 5, summary: { replays: [...partnersSummary.replays, third] } },
    item: (item) => ({ ...item, choices: item.choices.map((one) => ({ ...one, correct: !one.correct })) }),
  });
  await addReplays(db, later.id, [makeReplay({ ...third, sourceHash: "recording-of-the-third" })]);
  expect((await submitPartnerCheck({ ...walk, checkId })).result).toMatchObject({ correct: 7, passed: true });
  expect(await states()).toEqual(["done", "done", "next", "done", "closed"]);
  expect(await sign()).toMatchObject({ state: "steps-left", steps: [{ id: "third" }] });
  await watchReplay(walk, "third");
  expect(await sign()).toMatchObject({ state: "attended", attendance: { releaseId: later.id } });
  const number = (await db.read.select().from(attendances))[0]?.number;

  // Another edition begins anew; a check of the old one ends with what it holds, and counts there alone.
  const second = await makePartner(db);
  const other = { ...walk, personId: second.id };
  await watchEverything(other);
  const openId = await answerCheck(other, 8);
  await makeRelease(db, { partners: true, editionId: "2012-01", publishedAt: 6 });
  await makeWave(db, { editionId: "2012-01", kinds: ["partner"], effectiveAt: 0 });
  expect(await findOpenCheck(other)).toBeNull();
  const started = await startPartnerCheck(other);
  expect(started).toMatchObject({ state: "started", check: { editionId: "2012-01", number: 1 } });
  expect(await getCheckResult({ ...other, checkId: openId })).toMatchObject({ result: { timedOut: true, correct: 8 } });
  expect(await states()).toEqual(["done", "done", "next", "closed"]);
  await takeCheck(walk);
  const again = await sign();
  expect(again).toMatchObject({ state: "attended", already: false });
  expect(await db.read.select().from(attendances).where(eq(attendances.personId, partner.id))).toHaveLength(2);
  expect(await verifyAttendance({ db, number: number ?? "" })).toMatchObject({ edition: "Edition 2011-07" });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("what was not earned, or is stored otherwise than it happened, is found", async () => {
  await using db = await testDatabase();
  const { release, walk } = await setUp(db);
  const honest = await makePartner(db);
  await attend({ ...walk, personId: honest.id }, honest);
  const liar = await makePartner(db);
  const own = { personId: liar.id, releaseId: release.id, registrationId: null, at: start };
  const result = { correct: 8, total: 8, passed: true, timedOut: false, clauses: [] };
  const checkId = newId();
  const told = { checkId, editionId: "2011-07", number: 1, form: [], answers: {}, result };
  const attendance = { editionId: "2011-07", number: "CLR-0000-0000-0001", firmName: null, issuedAt: start };
  await db.write(async (tx) => {
    await appendEvidence(tx, { ...own, subject: checkId, body: { kind: "partner_check_submitted", ...told } });
    const attendanceId = newId();
    await appendEvidence(tx, { ...own, subject: "2011-07", body: { kind: "attended", attendanceId, ...attendance } });
    await tx.insert(partnerChecks).values({
      ...{ id: newId(), personId: liar.id, editionId: "2011-07", releaseId: release.id, number: 2 },
      ...{ form: [], answers: {}, startedAt: start, submittedAt: start, passedAt: start, result },
    });
    const stored = { ...attendance, id: newId(), number: "CLR-0000-0000-0002", editionId: "2010-01" };
    await tx.insert(attendances).values({ ...stored, personId: liar.id, releaseId: release.id });
  });
  const { discrepancies } = await verifyEvidence(db);
  expect(discrepancies.every(({ personId }) => personId === liar.id)).toBe(true);
  expect(discrepancies.map(({ problem }) => problem).sort()).toEqual(
    [
      "is graded differently by the keys of its release",
      "is in the evidence and not stored",
      "is in the evidence and not stored",
      "is stored without evidence",
      "was granted without a passed check",
      "was granted without a signature",
      "was granted without watching briefing, joint-deal",
      "was submitted without evidence",
    ].sort(),
  );
});
