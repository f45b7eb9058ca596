import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getMessage } from "#app/features/messages/get-message.server.ts";
import { resendMessage } from "#app/features/messages/resend-message.server.ts";
import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { nudgePeople } from "#app/features/notices/nudge-people.server.ts";
import { runNotices } from "#app/features/notices/run-notices.server.ts";
import { messages, people } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { messageChecks } from "#app/routes/message-checks.server.ts";
import { handClock } from "./learning-walk.ts";
import { certify, makeWave } from "./make-claim-facts.ts";
import { headersOf, makeMailServer } from "./make-mail-server.ts";
import { makeMessages, openOffice } from "./make-messages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** A Tuesday, 10:00 in New York. */
const tuesday = Date.UTC(2026, 5, 16, 14);
const evening = tuesday + 8 * hour;
const morning = tuesday + 22 * hour;

const listMessages = (db: TestDatabase) => db.read.select().from(messages).orderBy(asc(messages.id));

/** Reminders are on; the right to claim ends in so many days. */
async function worldOf(days: number) {
  const db = await testDatabase();
  const clock = handClock(tuesday);
  const release = await makeRelease(db);
  await setNoticeSettings({ db, clock, enabled: true, by: "test" });
  await makeWave(db, { effectiveAt: tuesday + (days - 14) * day, graceDays: 14 });
  return { db, clock, release };
}

/** A server that asks to come back later until it is told to take mail. */
async function makeLateServer() {
  let open = false;
  const server = await makeMailServer({ onMail: () => (open ? null : { code: 451, text: "4.3.0 later" }) });
  return Object.assign(server, {
    opens: () => {
      open = true;
    },
  });
}

test("what is tried again waits for the day of its reader, is no try meanwhile, and names the days that are left", async () => {
  const { db, clock } = await worldOf(7);
  await using _ = db;
  await using server = await makeLateServer();
  const rep = await makePerson(db);
  await runNotices({ db, at: tuesday });
  await makeMessages(db, [{ reason: "invitation", personId: rep.id }]);
  using office = openOffice({ db, url: server.url, clock, checks: messageChecks });
  await office.send();
  server.opens();
  clock.set(evening);
  await office.send();
  // Somebody waits for an invitation; the reminder is put back.
  expect(server.mails.map(({ raw }) => headersOf(raw).get("subject"))).toEqual(["Seven days are left"]);
  const [reminder] = await listMessages(db);
  expect(reminder).toMatchObject({ state: "waiting", outcome: "quiet_hours", tries: 1, dueAt: morning });
  expect((await getMessage(db.read, reminder?.id ?? "")).tries).toHaveLength(1);
  expect(await office.send()).toMatchObject({ taken: 0 });
  clock.set(morning - 1);
  expect(await office.send()).toMatchObject({ taken: 0 });
  clock.set(morning);
  await office.send();
  expect(server.mails.map(({ raw }) => headersOf(raw).get("subject")).at(-1)).toBe(
    "Your right to claim deals ends in 6 days",
  );
  const sent = (await getMessage(db.read, reminder?.id ?? "")).message;
  expect([sent.state, sent.tries, sent.content.subject]).toEqual([
    ...["sent", 2],
    "Your right to claim deals ends in 6 days",
  ]);
});

test("who is done, away or gone before the next try gets nothing, whatever the hour", async () => {
  const { db, clock, release } = await worldOf(7);
  await using _ = db;
  await using server = await makeLateServer();
  const reps = [];
  for (let n = 0; n < 4; n++) reps.push(await makePerson(db));
  const [done, away, gone, late] = reps.map(({ id }) => id) as [string, string, string, string];
  await runNotices({ db, at: tuesday });
  using office = openOffice({ db, url: server.url, clock, checks: messageChecks });
  await office.send();
  server.opens();
  await certify(db, { personId: done, releaseId: release.id, validFrom: 0, validUntil: tuesday + 300 * day });
  const change = (id: string, set: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(set).where(eq(people.id, id))));
  await change(away, { onLeave: true });
  await change(gone, { leftAt: tuesday + hour });
  clock.set(evening);
  await office.send();
  const states = new Map((await listMessages(db)).map((one) => [one.personId, `${one.state} ${one.outcome}`]));
  expect([done, away, gone, late].map((id) => states.get(id))).toEqual([
    ...["dropped not_wanted", "dropped not_wanted", "dropped person_left", "waiting quiet_hours"],
  ]);
  clock.set(tuesday + 20 * day);
  await office.send();
  expect((await listMessages(db)).find(({ personId }) => personId === late)?.said).toBe("The date has passed.");
  expect(server.mails).toEqual([]);
});

test("after days without a mail server one reminder comes, the latest, and one mail a day to a manager", async () => {
  const { db, clock } = await worldOf(3);
  await using _ = db;
  await using server = await makeMailServer();
  const boss = await makePerson(db, { kind: "staff" });
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId });
  await makePerson(db, { managerEmployeeId: boss.employeeId });
  for (let days = 0; days < 3; days++) await runNotices({ db, at: tuesday + days * day });
  using office = openOffice({ db, url: server.url, clock, checks: messageChecks });
  const sendAt = async (at: number) => {
    clock.set(at);
    await office.send();
    // What stood back for another one of the same reader.
    clock.pass(60_000);
    await office.send();
  };
  await sendAt(tuesday + 2 * day);
  const statesOf = async (id: string) =>
    (await listMessages(db)).filter(({ personId }) => personId === id).map(({ step, state }) => `${step} ${state}`);
  expect(await statesOf(rep.id)).toEqual(["before-3 dropped", "before-1 sent"]);
  expect(await statesOf(boss.id)).toEqual(["digest sent"]);
  // On Friday the people are overdue for a week, on Monday comes the digest, and the worker stands still until then.
  for (const days of [10, 13]) await runNotices({ db, at: tuesday + days * day });
  await sendAt(tuesday + 13 * day);
  expect(await statesOf(boss.id)).toEqual(["digest sent", "escalation sent", "digest waiting"]);
  await sendAt(tuesday + 14 * day);
  expect((await statesOf(boss.id)).at(-1)).toBe("digest sent");
});

test("a nudge waits for the morning too, says what is true then, and resent by hand it keeps the hours", async () => {
  const { db, clock } = await worldOf(1);
  await using _ = db;
  await using server = await makeMailServer({ onMail: () => ({ code: 550, text: "5.7.1 no" }) });
  const boss = await makePerson(db, { kind: "staff", givenName: "Bo" });
  const rep = await makePerson(db);
  clock.set(evening);
  const by = { id: boss.id, name: "Bo" };
  await nudgePeople({ db, clock, batchId: newId(), by, words: "Please.", personIds: [rep.id] });
  const [nudge] = await listMessages(db);
  expect(nudge).toMatchObject({ state: "waiting", dueAt: morning });
  using office = openOffice({ db, url: server.url, clock, checks: messageChecks });
  clock.set(tuesday + 2 * day);
  await office.send();
  const text = JSON.stringify((await listMessages(db))[0]?.content);
  expect(text).toContain("You have not been able to claim deals since");
  expect(text).toContain("Please.");
  await resendMessage({ db, clock, messageId: nudge?.id ?? "", by: "S-1" });
  clock.set(tuesday + 2 * day + 12 * hour);
  await office.send();
  const { message, tries } = await getMessage(db.read, nudge?.id ?? "");
  expect([message.state, message.outcome, message.tries]).toEqual(["waiting", "quiet_hours", 1]);
  expect(tries.map(({ number, askedBy, startedAt }) => [number, askedBy, startedAt === null])).toEqual([
    [1, null, false],
    [2, "S-1", true],
  ]);
});
