import { asc, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmRun } from "#app/features/notices/confirm-run.server.ts";
import { getNoticeSettings, setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { previewNotices } from "#app/features/notices/preview-notices.server.ts";
import { runNotices } from "#app/features/notices/run-notices.server.ts";
import { messages, noticeRuns, people, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify as certifyByWalk, handClock, readEverything } from "./learning-walk.ts";
import { certify, makeHold, makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const day = 86_400_000;
/** A Tuesday, 10:00 in New York. */
const tuesday = Date.UTC(2026, 5, 16, 14);

async function worldOf(now = tuesday) {
  const db = await testDatabase();
  const clock = handClock(now);
  const release = await makeRelease(db);
  await setNoticeSettings({ db, clock, enabled: true, by: "test" });
  return { db, clock, release };
}

const listMessages = (db: TestDatabase) =>
  db.read.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.id));

test("off until turned on; then each due person gets one mail that says what is left, however many nodes run", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  const release = await makeRelease(db);
  await makeWave(db, { effectiveAt: tuesday - 11 * day, graceDays: 14 });
  const boss = await makePerson(db, { kind: "staff" });
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId, language: "en-XA" });
  const staff = await makePerson(db, { kind: "staff", managerEmployeeId: boss.employeeId });
  await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1" });
  await makePerson(db, { onLeave: true });
  await makePerson(db, { leftAt: tuesday - day });
  const done = await makePerson(db);
  await certify(db, { personId: done.id, releaseId: release.id, validFrom: 0, validUntil: tuesday + 300 * day });
  const renewing = await makePerson(db);
  await certify(db, { personId: renewing.id, releaseId: release.id, validFrom: 0, validUntil: tuesday + 14 * day });
  const held = await makePerson(db);
  await makeHold(db, { personId: held.id });
  await readEverything({ db, clock, personId: rep.id, release });

  expect(await runNotices({ db, at: tuesday })).toEqual({ state: "off" });
  expect(await previewNotices(db, { at: tuesday })).toMatchObject({ summary: { mails: 3 }, blast: false });
  expect(await listMessages(db)).toEqual([]);
  await setNoticeSettings({ db, clock, enabled: true, by: "test" });
  const runs = await Promise.all([1, 2, 3].map(() => runNotices({ db, at: tuesday })));
  expect(runs.map((run) => (run.state === "done" ? run.sent : run.state)).sort()).toEqual([3, "taken", "taken"]);
  for (const later of [1, 2, 3, 30]) await runNotices({ db, at: tuesday + later * 15 * 60_000 });
  const sent = await listMessages(db);
  expect(sent.map(({ personId, reason, step }) => [personId, reason, step]).sort()).toEqual(
    [
      [rep.id, "reminder", "before-3"],
      [renewing.id, "reminder", "before-14"],
      [boss.id, "digest", "digest"],
    ].sort(),
  );
  const mail = sent.find(({ personId }) => personId === rep.id);
  expect(mail).toMatchObject({ toAddress: rep.email, optional: false, language: "en-XA", dueAt: tuesday });
  expect(mail?.content.blocks).toContainEqual(expect.objectContaining({ kind: "action", path: "/assessment" }));
  const words = JSON.stringify(mail?.content);
  expect(words).toContain(`${boss.givenName} ${boss.familyName}`);
  expect(words).not.toContain("notices:");
  expect(words).toMatch(/2 šţéþš .* 27 ɱîñûţéš/);
  expect(staff.kind).toBe("staff");
});

test("done, moved or off: nothing more at once, and nothing twice when facts come and go", async () => {
  const { db, clock, release } = await worldOf();
  await using _ = db;
  await makeWave(db, { effectiveAt: tuesday - 7 * day, graceDays: 14 });
  const [first, second, third] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  const steps = async (id: string) =>
    (await listMessages(db)).filter(({ personId }) => personId === id).map(({ step }) => step);
  await runNotices({ db, at: tuesday });
  await certifyByWalk({ db, clock, personId: first.id, release }, first);
  await db.write(async (tx) => {
    await tx.update(people).set({ onLeave: true }).where(eq(people.id, second.id));
  });
  // Three days before is a Saturday: it would be told on Monday, when the day before the end is the latest step.
  for (let hours = 1; hours < 24 * 8; hours += 1) await runNotices({ db, at: tuesday + hours * 3_600_000 });
  expect(await steps(first.id)).toEqual(["before-7"]);
  expect(await steps(second.id)).toEqual(["before-7"]);
  expect(await steps(third.id)).toEqual(["before-7", "before-1", "before-0"]);
  await setNoticeSettings({ db, clock, enabled: false, by: "test" });
  expect((await getNoticeSettings(db.read)).enabled).toBe(false);
  expect(await runNotices({ db, at: tuesday + 8 * day })).toEqual({ state: "off" });
});

test("a run that would reach very many waits; confirmed, it sends its own plan and what is still wanted of it", async () => {
  const { db, clock, release } = await worldOf();
  await using _ = db;
  const office = await makePerson(db, { kind: "staff" });
  await db.write(async (tx) => {
    const grant = { id: newId(), personId: office.id, grantedAt: 0, grantedBy: "test", revokedAt: null };
    await tx.insert(roleGrants).values({ ...grant, role: "program_office" });
  });
  await makeWave(db, { effectiveAt: tuesday - 7 * day, graceDays: 14, countries: ["US"] });
  const reps = [];
  for (let n = 0; n < 60; n++) reps.push(await makePerson(db));
  const asleep = await makePerson(db, { timeZone: "Asia/Tokyo" });
  const stopped = await runNotices({ db, at: tuesday });
  expect(stopped).toMatchObject({ state: "done", sent: 0, stopped: 60 });
  // Nobody is told but the office, once; what waits is not planned again, and what is small goes on.
  expect(await runNotices({ db, at: tuesday + 15 * 60_000 })).toMatchObject({ sent: 0, stopped: 0 });
  expect((await listMessages(db)).map(({ personId, reason }) => [personId, reason])).toEqual([
    [office.id, "notices-stopped"],
  ]);
  expect(await runNotices({ db, at: tuesday + 11 * 3_600_000 })).toMatchObject({ sent: 1, stopped: 0 });
  const [one] = reps;
  if (!one || stopped.state !== "done") throw new Error("Nobody is there.");
  await certify(db, { personId: one.id, releaseId: release.id, validFrom: 0, validUntil: tuesday + 300 * day });
  clock.set(tuesday + 60 * 60_000);
  const confirm = () => confirmRun({ db, clock, runId: stopped.runId, by: office.id });
  const late = await makePerson(db);
  expect(await confirm()).toEqual({ planned: 60, sent: 59 });
  await expect(confirm()).rejects.toThrow("does not wait any more");
  const reminded = (await listMessages(db)).filter(({ reason }) => reason === "reminder").map((one) => one.personId);
  expect(new Set(reminded)).toEqual(new Set([...reps.slice(1).map(({ id }) => id), asleep.id]));
  expect(await runNotices({ db, at: tuesday + 75 * 60_000 })).toMatchObject({ sent: 1, stopped: 0 });
  expect((await listMessages(db)).some(({ personId }) => personId === late.id)).toBe(true);
  const [run] = await db.read.select().from(noticeRuns).where(eq(noticeRuns.id, stopped.runId));
  expect(run).toMatchObject({ state: "confirmed", sent: 59, decidedBy: office.id });
});

test("managers hear of overdue people in one mail, and the record says which step was told with it", async () => {
  const { db } = await worldOf();
  await using _ = db;
  await makeWave(db, { effectiveAt: tuesday - 21 * day, graceDays: 14 });
  const top = await makePerson(db, { kind: "staff" });
  const boss = await makePerson(db, { kind: "staff", managerEmployeeId: top.employeeId });
  for (let n = 0; n < 3; n++) await makePerson(db, { managerEmployeeId: boss.employeeId });
  await runNotices({ db, at: tuesday });
  await runNotices({ db, at: tuesday + 15 * 60_000 });
  await runNotices({ db, at: tuesday + 7 * day });
  const sent = (await listMessages(db)).map(({ personId, reason, createdAt }) => [personId, reason, createdAt]);
  // Tuesday: the digest is still due, and the step of seven days stands in it. A week later the one above hears of it.
  expect(sent.sort()).toEqual(
    [
      [boss.id, "digest", tuesday],
      [top.id, "digest", tuesday],
      [boss.id, "digest", tuesday + 7 * day],
      [top.id, "digest", tuesday + 7 * day],
    ].sort(),
  );
  const names = await db.read
    .select()
    .from(messages)
    .where(like(messages.onceKey, `notice/${boss.id}/%`));
  expect(JSON.stringify(names[0]?.content).match(/\/team\/people\/9\d+/g)).toHaveLength(3);
});
