import { isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { startLessonCheck } from "#app/features/lessons/start-lesson-check.server.ts";
import { landInDemo } from "#app/features/messages/land-in-demo.server.ts";
import { sendWaiting } from "#app/features/messages/send-waiting.server.ts";
import { readTranscriptSection } from "#app/features/replays/read-transcript-section.server.ts";
import { startWatching } from "#app/features/replays/start-watching.server.ts";
import { listPlays } from "#app/features/stories/list-plays.server.ts";
import { startStory } from "#app/features/stories/start-story.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { messages, roleGrants, scheduledRuns, work } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify, readEverything, startOpenAttempt, takeAttempt } from "./learning-walk.ts";
import { makeAttempts } from "./make-attempts.ts";
import { makeHold, makeWave } from "./make-claim-facts.ts";
import { makeMailServer } from "./make-mail-server.ts";
import { makeManagersModule, managersModuleSummary } from "./make-managers-module.ts";
import { makeMessages, newMessage, openOffice } from "./make-messages.ts";
import { makePages, type Pages } from "./make-pages.ts";
import { makePartnerParts } from "./make-partner-path.ts";
import { makePerson } from "./make-people.ts";
import { choiceOf, type MadeRelease, makeRelease } from "./make-release.ts";
import { addReplays, makeReplay } from "./make-replay.ts";
import { makeStory } from "./make-story.ts";
import { answerCheck, attend, makePartner, takeCheck, watchEverything, watchReplay } from "./partner-walk.ts";
import { testDatabase } from "./setup-database.ts";

/** The text nodes of a page, and what its attributes say to a reader. */
function textsOf(html: string): string[] {
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  const attributes = [...body.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
  return [...body.split(/<[^>]*>/), ...attributes]
    .map((text) =>
      text
        .replaceAll("&#x27;", "'")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&")
        .replace(/&[lg]t;/g, "")
        .trim(),
    )
    .filter((text) => /[a-z]{2}/.test(text));
}

/** A text of the catalogue may stand within another. */
function withoutBrackets(text: string): string {
  const less = text.replace(/\[[^[\]]*\]/g, " ");
  return less === text ? text : withoutBrackets(less);
}

/** In the strange language every text of the catalogue stands in brackets; what is left is data or hard-coded. */
function hardCoded(html: string, data: string): string[] {
  return textsOf(html).filter((text) => {
    const outside = withoutBrackets(text)
      .trim()
      .replace(/^\d+\. /, "");
    const dated = outside
      .replace(/\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}\b|\bat\b|\(.*Time\)/g, "")
      .trim();
    return dated.split(/\s*·\s*/).some((part) => /[a-z]{2}/.test(part) && !data.includes(part));
  });
}

async function check(pages: Pages, cookie: string | undefined, urls: string[], data: string) {
  for (const url of urls) {
    const { status, body } = await pages.visit(url, cookie ? { cookie } : {});
    expect(status, url).toBeLessThan(500);
    expect(body, url).toContain('lang="en-XA"');
    expect(hardCoded(body, data), url).toEqual([]);
  }
}

function everythingOf(release: MadeRelease, extra: string[]): string {
  return [...stringsIn(release), ...extra].join("\n");
}

function stringsIn(data: unknown): string[] {
  const texts: string[] = [];
  JSON.stringify(data, (_, value) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}

test("no text on a page of the rep's way is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { story: true, managers: true, summary: { testOut: { items: 4 } } });
  await using pages = await makePages(db);
  const rep = await makePerson(db, { language: "en-XA" });
  const walk = { db, clock, personId: rep.id, release };
  const cookie = await pages.signedIn(rep.id);
  const lesson = `/program/lessons/${release.lessons[0]?.id}`;
  const data = everythingOf(release, [
    rep.givenName,
    rep.familyName,
    `${rep.givenName} ${rep.familyName}`,
    "United States",
    rep.employeeId ?? "",
    "http://localhost:3000/verify",
    ...stringsIn(makeStory()),
  ]);
  const always = [
    "/",
    "/program",
    lesson,
    "/program/story",
    `${lesson}/check`,
    "/assessment",
    "/attestation",
    "/deals",
    "/deals/new",
    "/rules/2011-07",
    "/account/password",
    "/no/such/page",
  ];
  await check(pages, cookie, always, `${data}\n${countryNames()}`);
  await startStory(walk);
  await check(pages, cookie, ["/program/story?moved"], data);
  await startLessonCheck({ ...walk, moduleId: release.lessons[0]?.id ?? "" });
  await check(pages, cookie, [lesson, `${lesson}/check`], data);
  await readEverything(walk);
  const [play] = await listPlays(db.read, { personId: rep.id, storyId: release.summary.story?.id ?? "" });
  await check(pages, cookie, ["/program/story", `/program/story?play=${play?.id}`], data);
  const failed = await startOpenAttempt(walk);
  await check(pages, cookie, ["/", lesson, "/assessment", "/assessment/questions/1", "/assessment/review"], data);
  await takeAttempt(walk, () => false);
  await check(pages, cookie, [`/assessment/results/${failed}`, "/assessment", lesson], data);

  const other = await makePerson(db, { language: "en-XA", familyName: rep.familyName });
  const otherCookie = await pages.signedIn(other.id);
  const certification = await certify({ ...walk, personId: other.id }, other);
  await check(
    pages,
    otherCookie,
    ["/", `/certificates/${certification.number}?new`, "/assessment", "/record"],
    `${data}\n${Object.values(other).join("\n")}\n${countryNames()}\nhttp://localhost:3000/verify/${certification.number}`,
  );
});

test("no text on what a manager reads is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { managers: true });
  await using pages = await makePages(db);
  const manager = await makePerson(db, { kind: "staff", language: "en-XA" });
  await makePerson(db, { managerEmployeeId: manager.employeeId });
  const texts = [`${manager.givenName} ${manager.familyName}`, ...stringsIn(makeManagersModule())];
  const cookie = await pages.signedIn(manager.id);
  await check(pages, cookie, ["/", `/duties/${managersModuleSummary.id}`], everythingOf(release, texts));
});

test("no text on what a manager sees of the team is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  await using pages = await makePages(db);
  const manager = await makePerson(db, { kind: "staff", language: "en-XA" });
  const rep = await makePerson(db, { managerEmployeeId: manager.employeeId, onLeave: true });
  const below = await makePerson(db, { managerEmployeeId: rep.employeeId, workerType: "contractor" });
  await makeHold(db, { personId: below.id });
  const walk = { db, clock, personId: rep.id, release };
  await readEverything(walk);
  await takeAttempt(walk, () => false);
  await certify({ db, clock, personId: below.id, release }, below);
  const texts = [manager, rep, below].flatMap((one) => [`${one.givenName} ${one.familyName}`, ...stringsIn(one)]);
  const data = everythingOf(release, [...texts, countryNames()]);
  const urls = ["/", "/team", "/team/people", "/team/people?q=nobody-of-this-name"];
  const person = [rep, below].map(({ employeeId }) => `/team/people/${employeeId}`);
  const words = `/team/nudge?id=${rep.employeeId}&words=${"x".repeat(600)}`;
  const nudge = [`/team/nudge?id=${rep.employeeId}&id=${below.employeeId}`, words];
  await check(pages, await pages.signedIn(manager.id), [...urls, ...person, ...nudge], data);
});

test("no text on a page of the others and of strangers is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1", language: "en-XA" });
  const data = everythingOf(release, [`${partner.givenName} ${partner.familyName}`]);
  await check(
    pages,
    await pages.signedIn(partner.id),
    ["/", "/program", "/rules/2011-07", "/verify/CLR-0000-0000-0000", "/sign-in", "/trust"],
    data,
  );
});

test("no text on a page of the partner's way is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { partners: true });
  await using pages = await makePages(db);
  const partner = await makePartner(db, { language: "en-XA" });
  const walk = { db, clock, personId: partner.id };
  const cookie = await pages.signedIn(partner.id);
  const data = everythingOf(release, [
    ...stringsIn([partner, makePartnerParts(undefined)]),
    `${partner.givenName} ${partner.familyName}`,
    "Harbour Systems",
    "http://localhost:3000/verify",
    countryNames(),
  ]);
  const closed = ["/", "/partner/check", "/partner/attestation"];
  await check(pages, cookie, closed, data);
  await watchReplay(walk, "joint-deal");
  await startWatching({ ...walk, replayId: "briefing" });
  await check(pages, cookie, closed, data);
  await watchEverything(walk);
  await check(pages, cookie, closed, data);
  const checkId = await answerCheck(walk, 3);
  await check(pages, cookie, [...closed, "/partner/check/questions/1", "/partner/check/review"], data);
  for (let n = 0; n < 2; n++) await takeCheck(walk, 3);
  await check(pages, cookie, [...closed, `/partner/check/results/${checkId}?late`, "/record"], data);
  const other = await makePartner(db, {
    language: "en-XA",
    givenName: partner.givenName,
    familyName: partner.familyName,
  });
  const otherWalk = { ...walk, personId: other.id };
  await watchEverything(otherWalk);
  const { checkId: passed } = await takeCheck(otherWalk);
  const otherCookie = await pages.signedIn(other.id);
  await check(pages, otherCookie, [...closed, `/partner/check/results/${passed}`], data);
  const { number } = await attend(otherWalk, other);
  const ended = ["/", "/partner/check", `/partner/attendance/${number}?new`, "/record"];
  await check(
    pages,
    otherCookie,
    ended,
    `${data}\n${stringsIn(other).join("\n")}\nhttp://localhost:3000/verify/${number}`,
  );
  await check(pages, otherCookie, [`/verify/${number}`], `${data}\nA. T.`);
});

test("no text on the pages of replays is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const captions = [{ language: "en", label: "English", file: "en.vtt" }];
  const cues = [0, 70].map((start) => ({ start, end: start + 5, text: `Spoken ${start}.` }));
  const replay = makeReplay({ poster: "poster.jpg", captions, cues });
  await addReplays(db, release.id, [replay]);
  await using pages = await makePages(db);
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1", language: "en-XA" });
  const scope = { db, clock, personId: partner.id, replayId: replay.id };
  const cookie = await pages.signedIn(partner.id);
  const texts = [`${partner.givenName} ${partner.familyName}`, ...stringsIn(replay)];
  const data = everythingOf(release, texts);
  const urls = ["/replays", "/replays/webinar", "/replays/webinar/transcript"];
  await check(pages, cookie, urls, data);
  await readTranscriptSection({ ...scope, section: 1 });
  await check(pages, cookie, urls, data);
});

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
    "Monday Tuesday Wednesday Thursday Friday",
  ]);
  const now = clock.now();
  const urls = ["/program-office/notices", "/program-office/notices?day=", "/program-office/notices?sent=2&late=1"];
  await check(pages, cookie, urls, data);
  await pages.visit("/program-office/notices", { cookie, form: { intent: "on" } });
  await makeWave(db, { effectiveAt: now, graceDays: 14 });
  const day = new Date(now + 13.5 * 86_400_000).toISOString().slice(0, 10);
  await check(pages, cookie, [`/program-office/notices?day=${day}`], data);
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
  await using pages = await makePages(db);
  const data = everythingOf(release, [`${office.givenName} ${office.familyName}`, "English", "AMERICAS"]);
  const urls = ["/", "/program-office/item-statistics", `/program-office/item-statistics/items/${items[0]?.id}`];
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
  const data = [...stringsIn(wanted), ...stringsIn(office), `${office.givenName} ${office.familyName}`, "550 No."];
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

function countryNames(): string {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters.flatMap((a) => letters.map((b) => names.of(a + b) ?? "")).join("\n");
}
