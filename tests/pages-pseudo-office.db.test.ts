import { isNotNull } from "drizzle-orm";
import { test } from "vitest";
import { landInDemo } from "#app/features/messages/land-in-demo.server.ts";
import { sendWaiting } from "#app/features/messages/send-waiting.server.ts";
import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { messages, roleGrants, scheduledRuns, work } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { expectCatalogueTexts as check, countryNames, everythingOf, stringsIn } from "./catalogue-texts.ts";
import { makeAttempts } from "./make-attempts.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makeMailServer } from "./make-mail-server.ts";
import { makeMessages, newMessage, openOffice } from "./make-messages.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { choiceOf, makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

test("no text on the page of the reminders is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const office = await makePerson(db, { kind: "staff", language: "en-XA" });
  const rep = await makePerson(db, { language: "en-XA" });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const };
  await db.write(async (tx) => {
    await tx.insert(roleGrants).values({ ...grant, grantedAt: 0, grantedBy: "test", revokedAt: null });
  });
  const cookie = await pages.signedIn(office.id);
  const names = [office, rep].map((one) => `${one.givenName} ${one.familyName}`);
  const data = everythingOf(release, [
    ...names,
    countryNames(),
    "English (Pseudo-Accents)",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
  ]);
  const now = clock.now();
  const urls = ["/program-office/notices", "/program-office/notices?day=", "/program-office/notices?sent=2&late=1"];
  await check(pages, cookie, urls, data);
  await pages.visit("/program-office/notices", { cookie, form: { intent: "on" } });
  await makeWave(db, { effectiveAt: now, graceDays: 14 });
  const day = new Date(now + 13.5 * 86_400_000).toISOString().slice(0, 10);
  await check(pages, cookie, [`/program-office/notices?day=${day}`], data);
  const policy = { before: [9, 0], weekdays: [1, 7], managerAfter: 3, open: 540, blastShare: 0.2, nudgesAWeek: 2 };
  await setNoticeSettings({ db, clock, policy, by: office.id });
  const rules = ["", "?done=saved", "?done=same", "?defaults=1"].map(
    (query) => `/program-office/notices/rules${query}`,
  );
  await check(pages, cookie, rules, data);
});

test("no text on the pages of the program office is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const office = await makePerson(db, { kind: "staff", language: "en-XA" });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => {
    await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
  });
  const items = release.items.slice(0, 20);
  const wanted = Array.from({ length: 200 }, (_, n) => ({
    items,
    choiceOf: (item: (typeof items)[number], place: number) => choiceOf(item, (n + place) % 4 ? "right" : "wrong"),
  }));
  await makeAttempts(db, { release, wanted });
  await makeWave(db, { effectiveAt: Date.UTC(2030, 0, 1), graceDays: 3 });
  await makePerson(db);
  await using pages = await makePages(db);
  const words = [`${office.givenName} ${office.familyName}`, "English", "AMERICAS", "Enterprise", countryNames()];
  const data = everythingOf(release, words);
  const urls = [
    "/",
    "/program-office/roll-out",
    "/trust",
    "/program-office/item-statistics",
    `/program-office/item-statistics/items/${items[0]?.id}`,
  ];
  await check(pages, await pages.signedIn(office.id), urls, data);
});

test("no text on the pages about mail is hard-coded", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const office = await makePerson(db, { kind: "staff", language: "en-XA" });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => {
    await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
  });
  const wanted = [
    newMessage({ personId: office.id, optional: true }),
    newMessage({ toAddress: "nobody" }),
    newMessage({ toAddress: "gone@reps.example.com", reason: "of-another-kind" }),
  ];
  const ids = await makeMessages(db, wanted);
  await using server = await makeMailServer({
    onRecipient: (to) => (/gone/.test(to) ? { code: 550, text: "No." } : null),
  });
  using sender = openOffice({ db, url: server.url });
  await sender.send();
  const [first] = await db.read.select().from(messages).where(isNotNull(messages.unsubscribeToken));
  const data = [
    ...stringsIn(wanted),
    ...stringsIn(office),
    `${office.givenName} ${office.familyName}`,
    "550 No.",
    "English",
  ];
  const cookie = await makePages(db).then(async (made) => {
    await using pages = made;
    const signedIn = await pages.signedIn(office.id);
    const own = ["/account/mail?done=on", `/mail/unsubscribe/${first?.unsubscribeToken}`];
    const list = ["", "?state=waiting", `?person=${office.id}`].map((query) => `/program-office/messages${query}`);
    const each = ids.map((id) => `/program-office/messages/${id}?done=resent`);
    const texts = [...data, "250 OK: message queued"].join("\n");
    await check(pages, signedIn, [...own, ...list, ...each, "/program-office/mail-refusals?done"], texts);
    return signedIn;
  });
  await db.write((tx) =>
    tx
      .update(messages)
      .set({ state: "waiting" })
      .then(() => undefined),
  );
  await using demo = await makePages(db, { env: { demo: true } });
  await sendWaiting({ app: demo.app, carrier: landInDemo(demo.app), checks: {}, worker: "demo" });
  const mailbox = ["/demo/mailbox", `/demo/mailbox/${ids[0]}`, "/sign-in", "/program-office/messages"];
  await check(demo, cookie, mailbox, data.join("\n"));
});

test("no text on the pages of background work is hard-coded", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const office = await makePerson(db, { kind: "staff", language: "en-XA" });
  await makePerson(db, { managerEmployeeId: office.employeeId });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  const made = { personId: office.id, createdAt: 0, startedAt: 1, endedAt: 2, done: 5, total: 10, runs: 1 };
  const result = { counts: { rows: 3, refused: 1 }, notes: [{ tone: "warn" as const, text: "NOTE" }] };
  const rows: (typeof work.$inferInsert)[] = [
    { ...made, id: newId(), kind: "people_export", input: { format: "csv" }, state: "running", phase: "rows" },
    { ...made, id: newId(), kind: "people_import_preview", input: {}, state: "done", result: { ...result, data: {} } },
    { ...made, id: newId(), kind: "content_check", input: {}, state: "done", result: { ...result, data: {} } },
    { ...made, id: newId(), kind: "content_publish", input: {}, state: "done", result: { ...result, data: {} } },
    { ...made, id: newId(), kind: "people_import", input: {}, state: "cancelled" },
    ...(["stopped", "too_often", "broken"] as const).map((code) => ({
      ...{ ...made, id: newId(), kind: "matrix_export", input: {}, state: "failed" as const },
      failure: { code, words: null },
    })),
  ];
  const run = { id: newId(), name: "purge_work", dueAt: 0, startedAt: 0, leaseUntil: 0 };
  await db.write(async (tx) => {
    await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
    await tx.insert(work).values(rows);
    await tx.insert(scheduledRuns).values({ ...run, endedAt: 1, outcome: "done", counts: { files: 2 } });
  });
  await using pages = await makePages(db);
  const offices = [
    "/program-office/people-import?refused=large",
    "/program-office/publish",
    "/program-office/schedule",
  ];
  const urls = ["/work", ...rows.map(({ id }) => `/work/${id}`), ...offices];
  const data = `${office.givenName} ${office.familyName}\nNOTE`;
  await check(pages, await pages.signedIn(office.id), urls, data);
});
