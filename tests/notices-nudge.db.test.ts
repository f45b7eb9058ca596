import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { countNudges } from "#app/features/notices/count-nudges.server.ts";
import { noticeChecks } from "#app/features/notices/notice-checks.server.ts";
import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { nudgePeople } from "#app/features/notices/nudge-people.server.ts";
import { runNotices } from "#app/features/notices/run-notices.server.ts";
import { messages, nudges, people, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify as certifyByWalk, handClock } from "./learning-walk.ts";
import { certify, makeWave } from "./make-claim-facts.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const tuesday = Date.UTC(2026, 5, 16, 14);
const listMessages = (db: TestDatabase) => db.read.select().from(messages).orderBy(asc(messages.id));

test("a manager sees exactly what is sent, sends it once, and nobody gets two in seven days", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  const release = await makeRelease(db);
  await makeWave(db);
  await using pages = await makePages(db, { clock });
  const top = await makePerson(db, { kind: "staff" });
  const boss = await makePerson(db, { kind: "staff", managerEmployeeId: top.employeeId, givenName: "Bo" });
  const under = { managerEmployeeId: boss.employeeId };
  const rep = await makePerson(db, { ...under, givenName: "Open" });
  const other = await makePerson(db, { ...under, givenName: "Other" });
  const done = await makePerson(db, { ...under, givenName: "Done" });
  await certifyByWalk({ db, clock, personId: done.id, release }, done);
  const leave = await makePerson(db, { ...under, givenName: "Leave", onLeave: true });
  const gone = await makePerson(db, { ...under, leftAt: tuesday - day });
  const foreign = await makePerson(db);
  const cookies = { boss: await pages.signedIn(boss.id), top: await pages.signedIn(top.id) };
  const ids = [rep, other, done, leave, gone, foreign].map(({ employeeId }) => `id=${employeeId}`).join("&");

  const list = await pages.visit("/team/people", { cookie: cookies.boss });
  expect(list.body).toContain(`aria-label="Select Open ${rep.familyName}"`);
  const words = "Please finish <b>this</b> week.\nThank you.";
  const query = `${ids}&words=${encodeURIComponent(words)}`;
  const page = async (path: string, who: keyof typeof cookies = "boss") => {
    const answer = await pages.visit(path, { cookie: cookies[who] });
    return { ...answer, body: answer.body.replaceAll("<!-- -->", "") };
  };
  const offers = async ({ employeeId }: { employeeId: string | null }) =>
    (await page(`/team/people/${employeeId}`)).body.includes(`href="/team/nudge?id=${employeeId}"`);
  expect([await offers(rep), await offers(done), await offers(leave)]).toEqual([true, false, false]);
  const preview = await page(`/team/nudge?${query}`);
  expect(preview.body).toContain("Please finish &lt;b&gt;this&lt;/b&gt; week.");
  expect(preview.body).toContain("2 people get it");
  expect(preview.body).toMatch(/Done Tester \d+ · nothing to do now/);
  expect(preview.body).toMatch(/Leave Tester \d+ · on leave/);
  expect(preview.body).not.toContain(foreign.familyName);
  expect(preview.body).not.toContain(gone.familyName);
  const token = /name="token" value="([^"]+)"/.exec(preview.body)?.[1] ?? "";
  const post = (who: keyof typeof cookies, form: Record<string, string>) =>
    pages.visit(`/team/nudge?${ids}`, { cookie: cookies[who], form });
  const tooLong = await post("boss", { token, words: "x".repeat(501) });
  expect([tooLong.status, tooLong.body.includes("under 500 characters")]).toEqual([422, true]);
  expect(await listMessages(db)).toEqual([]);

  const answers = await Promise.all([1, 2].map(() => post("boss", { token, words })));
  expect(new Set(answers.map(({ location }) => location))).toEqual(new Set([`/team/nudge?batch=${token}`]));
  const sent = await listMessages(db);
  expect(sent.map(({ personId, reason, causedBy }) => [personId, reason, causedBy])).toEqual([
    [rep.id, "nudge", boss.id],
    [other.id, "nudge", boss.id],
  ]);
  expect(sent[0]?.content.blocks).toContainEqual({ kind: "quote", by: expect.stringContaining("Bo "), text: words });
  expect(sent[0]?.content.subject).toContain("Bo ");
  const result = await page(answers[0]?.location ?? "");
  expect(result.body).toContain("2 nudges are on their way.");
  expect(result.body).toContain("nothing to do now");
  expect((await page(answers[0]?.location ?? "", "top")).status).toBe(404);
  expect((await post("top", { token, words: "" })).status).toBe(404);

  // Another manager, six days later and seven days later; and the person page has it all.
  clock.pass(6 * day);
  await post("top", { token: newId(), words: "" });
  expect(await listMessages(db)).toHaveLength(2);
  clock.pass(day);
  await post("top", { token: newId(), words: "" });
  expect(await listMessages(db)).toHaveLength(4);
  const person = await page(`/team/people/${rep.employeeId}`, "top");
  expect(person.body.match(/Nudge by/g)).toHaveLength(2);
  expect(person.body).toContain("Reminders are turned off.");
  expect(await offers(rep)).toBe(false);
  const outcomes = await db.read.select().from(nudges).where(eq(nudges.personId, rep.id));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["recent", "sent", "sent"]);
});

test("a nudge that cannot be written costs only itself, and is named before and after it is sent", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  await makeRelease(db);
  await makeWave(db);
  const boss = await makePerson(db, { kind: "staff" });
  const under = { managerEmployeeId: boss.employeeId };
  // No dates are written like that anywhere: the words of this mail throw. A zone that no machine knows does no harm.
  const odd = await makePerson(db, { ...under, country: "U.S." });
  const fine = [await makePerson(db, { ...under, timeZone: "Mars/Olympus" }), await makePerson(db, under)];
  await using pages = await makePages(db, { clock });
  const cookie = await pages.signedIn(boss.id);
  const url = `/team/nudge?${[odd, ...fine].map(({ employeeId }) => `id=${employeeId}`).join("&")}`;
  const see = async (path: string) => (await pages.visit(path, { cookie })).body.replaceAll("<!-- -->", "");
  const preview = await see(url);
  expect(preview).toContain("2 people get it");
  const named = `${odd.givenName} ${odd.familyName} · the mail could not be written`;
  expect(preview).toContain(named);
  const batchId = newId();
  const { location } = await pages.visit(url, { cookie, form: { token: batchId, words: "" } });
  const mailed = (await listMessages(db)).map(({ personId }) => personId);
  expect(mailed.sort()).toEqual(fine.map(({ id }) => id).sort());
  const result = await see(location);
  expect([result.includes("2 nudges are on their way."), result.includes(named)]).toEqual([true, true]);
  expect(await countNudges(db.read, batchId)).toEqual({ nudged: 2, leftOut: 1, unwritten: 1 });
  // It is no nudge that the person got: once the cause is gone, nothing stands against one.
  await db.write(async (tx) => void (await tx.update(people).set({ country: "US" }).where(eq(people.id, odd.id))));
  await pages.visit(url, { cookie, form: { token: newId(), words: "" } });
  expect((await listMessages(db)).at(-1)?.personId).toBe(odd.id);
});

test("nudging many goes on where it broke off, and two managers at once send one", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  await makeRelease(db);
  await makeWave(db);
  const [one, two] = [await makePerson(db, { kind: "staff" }), await makePerson(db, { kind: "staff" })];
  const personIds: string[] = [];
  for (let n = 0; n < 60; n++) personIds.push((await makePerson(db)).id);
  const batchId = newId();
  const by = { id: one.id, name: "One" };
  let seen = 0;
  const breakOff = (done: number) => {
    seen = done;
    if (done >= 50) throw new Error("The power went.");
  };
  const given = { db, clock, words: null, personIds };
  await expect(nudgePeople({ ...given, batchId, by, onProgress: breakOff })).rejects.toThrow("power");
  expect([seen, (await listMessages(db)).length]).toEqual([50, 50]);
  await nudgePeople({ ...given, batchId, by });
  expect(await listMessages(db)).toHaveLength(60);
  clock.pass(8 * day);
  await Promise.all([
    nudgePeople({ ...given, batchId: newId(), by }),
    nudgePeople({ ...given, batchId: newId(), by: { id: two.id, name: "Two" } }),
  ]);
  expect(await listMessages(db)).toHaveLength(120);
});

test("what waits in the outbox is not sent to who is done, away or gone, or whose date has moved", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  const release = await makeRelease(db);
  const wave = await makeWave(db, { effectiveAt: tuesday - 7 * day, graceDays: 14 });
  await setNoticeSettings({ db, clock, enabled: true, by: "test" });
  const boss = await makePerson(db, { kind: "staff" });
  const reps = [];
  for (let n = 0; n < 4; n++) reps.push(await makePerson(db, { managerEmployeeId: boss.employeeId }));
  await runNotices({ db, at: tuesday });
  const ask = async (personId: string, now = tuesday) => {
    const [message] = (await listMessages(db)).filter((one) => one.personId === personId);
    if (!message) throw new Error("Nothing was sent.");
    const check = noticeChecks[message.reason as keyof typeof noticeChecks];
    return check(message, { handle: db.read, now });
  };
  const [done, away, gone, kept] = reps.map(({ id }) => id) as [string, string, string, string];
  expect(await Promise.all(reps.map(({ id }) => ask(id)))).toEqual([null, null, null, null]);
  await certify(db, { personId: done, releaseId: release.id, validFrom: 0, validUntil: tuesday + 300 * day });
  const change = (id: string, set: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(set).where(eq(people.id, id))));
  await change(away, { onLeave: true });
  await change(gone, { leftAt: tuesday - 1 });
  expect(await ask(done)).toContain("has done what it is about");
  expect(await ask(away)).toContain("on leave");
  expect(await ask(gone)).toContain("not employed");
  expect(await ask(kept)).toBe(null);
  expect(await ask(kept, tuesday + 8 * day)).toContain("passed");
  await makeWave(db, { effectiveAt: tuesday + 7 * day, graceDays: 14, editionId: wave.editionId });
  // Another wave gives more time.
  expect(await ask(kept)).toContain("the date has moved");
  expect(await ask(boss.id)).toBe("Nobody is left to be told about.");
  await change(boss.id, { onLeave: true });
  expect(await ask(boss.id)).toContain("on leave");
});

test("the program office sees what would be sent, turns it on and off, and confirms a run once", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  await makeRelease(db);
  await makeWave(db, { effectiveAt: tuesday - 7 * day, graceDays: 14 });
  await using pages = await makePages(db, { clock });
  const office = await makePerson(db, { kind: "staff", givenName: "Olive" });
  await db.write(async (tx) => {
    const grant = { id: newId(), personId: office.id, grantedAt: 0, grantedBy: "test", revokedAt: null };
    await tx.insert(roleGrants).values({ ...grant, role: "program_office" });
  });
  for (let n = 0; n < 55; n++) await makePerson(db);
  const cookie = await pages.signedIn(office.id);
  const url = "/program-office/notices";
  const see = async (query = "") => (await pages.visit(url + query, { cookie })).body;
  expect(await see()).toContain("Reminders are off.");
  const preview = await see("?day=2026-06-22");
  expect(preview).toContain("55 of 56 people would get a mail.");
  expect(preview).toContain("Your right to claim deals ends tomorrow");
  expect(await listMessages(db)).toEqual([]);
  await pages.visit(url, { cookie, form: { intent: "on" } });
  const run = await runNotices({ db, at: tuesday });
  expect(run).toMatchObject({ sent: 0, stopped: 55 });
  const waiting = await see();
  expect(waiting).toContain("55 mails wait for your confirmation.");
  await pages.visit(url, { cookie, form: { intent: "off" } });
  const off = await see();
  expect([off.includes("it cannot be sent now"), off.includes("Send 55 mails")]).toEqual([true, false]);
  await pages.visit(url, { cookie, form: { intent: "on" } });
  expect(waiting).toMatch(/Since .* by Olive/);
  const id = /name="run" value="([^"]+)"/.exec(waiting)?.[1] ?? "";
  const confirm = () => pages.visit(url, { cookie, form: { intent: "confirm", run: id } });
  const answers = [await confirm(), await confirm()];
  expect(answers.map(({ location }) => location)).toEqual([`${url}?sent=55`, `${url}?late=1`]);
  expect((await listMessages(db)).filter(({ reason }) => reason === "reminder")).toHaveLength(55);
  expect(await see("?sent=55")).toContain("55 mails are on their way.");
  await pages.visit(url, { cookie, form: { intent: "off" } });
  expect(await see()).toContain("Reminders are off.");
});
