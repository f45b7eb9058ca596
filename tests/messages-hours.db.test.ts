import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getMessage } from "#app/features/messages/get-message.server.ts";
import { resendMessage } from "#app/features/messages/resend-message.server.ts";
import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { nudgePeople } from "#app/features/notices/nudge-people.server.ts";
import { runNotices } from "#app/features/notices/run-notices.server.ts";
import { countLadderWaiting } from "#app/features/notices/while-on.server.ts";
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

test("turned off, nothing of the ladder goes out any more; on again, what is still wanted does and the rest is dropped", async () => {
  const { db, clock, release } = await worldOf(7);
  await using _ = db;
  await using server = await makeMailServer();
  const boss = await makePerson(db, { kind: "staff" });
  const [one, done] = [await makePerson(db, { managerEmployeeId: boss.employeeId }), await makePerson(db)];
  await runNotices({ db, at: tuesday });
  await makeMessages(db, [{ reason: "sign-in", personId: one.id }]);
  clock.pass(hour / 4);
  await setNoticeSettings({ db, clock, enabled: false, by: "test" });
  expect(await countLadderWaiting(db.read)).toBe(3);
  using office = openOffice({ db, url: server.url, clock, checks: messageChecks });
  await office.send();
  const states = async () =>
    (await listMessages(db))
      .map(({ personId, reason, state, outcome }) => `${personId} ${reason} ${state} ${outcome ?? ""}`.trim())
      .sort();
  const held = [`${boss.id} digest`, `${one.id} reminder`, `${done.id} reminder`].map(
    (it) => `${it} waiting turned_off`,
  );
  expect(await states()).toEqual([...held, `${one.id} sign-in sent`].sort());
  expect(server.mails).toHaveLength(1);
  clock.pass(hour);
  await office.send();
  expect((await listMessages(db)).filter(({ tries }) => tries > 0)).toHaveLength(1);
  expect(await countLadderWaiting(db.read)).toBe(3);

  await certify(db, { personId: done.id, releaseId: release.id, validFrom: 0, validUntil: tuesday + 300 * day });
  await setNoticeSettings({ db, clock, enabled: true, by: "test" });
  await office.send();
  expect(await states()).toEqual(
    [
      ...[`${boss.id} digest sent`, `${one.id} reminder sent`, `${one.id} sign-in sent`],
      `${done.id} reminder dropped not_wanted`,
    ].sort(),
  );
});

test("a digest that waited has the figures and names of the instant at which it goes out, and none without anybody", async () => {
  const { db, clock, release } = await worldOf(-8);
  await using _ = db;
  await using server = await makeLateServer();
  const staff = { kind: "staff" as const };
  const top = await makePerson(db, staff);
  const boss = await makePerson(db, { ...staff, givenName: "Bo", managerEmployeeId: top.employeeId });
  const other = await makePerson(db, { ...staff, managerEmployeeId: top.employeeId });
  const away = await makePerson(db, { ...staff, managerEmployeeId: boss.employeeId, onLeave: true });
  const stays = await makePerson(db, { familyName: "Stays", managerEmployeeId: boss.employeeId });
  await makePerson(db, { familyName: "Further", managerEmployeeId: away.employeeId });
  const [done, moved] = [
    await makePerson(db, { familyName: "Done", managerEmployeeId: boss.employeeId }),
    await makePerson(db, { familyName: "Moved", managerEmployeeId: boss.employeeId }),
  ];
  const only = await makePerson(db, { managerEmployeeId: other.employeeId });
  await runNotices({ db, at: tuesday });
  using office = openOffice({ db, url: server.url, clock, checks: messageChecks });
  await office.send();
  server.opens();
  for (const { id } of [done, only])
    await certify(db, { personId: id, releaseId: release.id, validFrom: 0, validUntil: tuesday + 300 * day });
  await db.write(
    async (tx) => void (await tx.update(people).set({ managerEmployeeId: "nobody" }).where(eq(people.id, moved.id))),
  );
  clock.set(morning);
  await office.send();
  const sent = new Map((await listMessages(db)).map((mail) => [mail.personId, mail]));
  expect([top, boss, other].map(({ id }) => `${sent.get(id)?.state} ${sent.get(id)?.content.subject}`)).toEqual([
    "sent Your team this week: 2 cannot claim deals, 0 soon lose the right",
    "sent Your team this week: 2 cannot claim deals, 0 soon lose the right",
    "dropped Your team this week: 1 cannot claim deals, 0 soon lose the right",
  ]);
  expect(sent.get(other.id)?.said).toBe("Nobody is left to be told about.");
  const words = JSON.stringify(sent.get(boss.id)?.content.blocks);
  expect([stays, done, moved].map(({ familyName }) => words.includes(familyName))).toEqual([true, false, false]);
  expect([words.includes("Further"), JSON.stringify(sent.get(top.id)?.content).includes("Bo")]).toEqual([true, true]);
});

test("a mail about a team names nobody who is in another team by the time it goes out", async () => {
  const { db, clock } = await worldOf(3);
  await using _ = db;
  await using server = await makeLateServer();
  const boss = await makePerson(db, { kind: "staff" });
  const [stays, moved] = [
    await makePerson(db, { familyName: "Stays", managerEmployeeId: boss.employeeId }),
    await makePerson(db, { familyName: "Moved", managerEmployeeId: boss.employeeId }),
  ];
  using office = openOffice({ db, url: server.url, clock, checks: messageChecks });
  // A Friday, on which nobody gets a digest.
  const friday = tuesday + 10 * day;
  await runNotices({ db, at: friday });
  clock.set(friday);
  await office.send();
  server.opens();
  const moveTo = (id: string, managerEmployeeId: string) =>
    db.write(async (tx) => void (await tx.update(people).set({ managerEmployeeId }).where(eq(people.id, id))));
  await moveTo(moved.id, "99900099");
  clock.pass(hour);
  await office.send();
  const [mail] = await listMessages(db);
  expect([mail?.reason, mail?.state]).toEqual(["escalation", "sent"]);
  const words = JSON.stringify(mail?.content);
  expect([words.includes(stays.familyName), words.includes(moved.familyName)]).toEqual([true, false]);
});
