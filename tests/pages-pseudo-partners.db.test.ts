import { expect, test } from "vitest";
import { invitePeople } from "#app/features/invitations/invite-people.server.ts";
import { offeredLanguages } from "#app/features/invitations/offered-languages.ts";
import { readTranscriptSection } from "#app/features/replays/read-transcript-section.server.ts";
import { startWatching } from "#app/features/replays/start-watching.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { people, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { expectCatalogueTexts as check, countryNames, everythingOf, stringsIn } from "./catalogue-texts.ts";
import { latestToken, listMails, makeCoordinator, makeFirm, makePartner as makePartnerOf } from "./make-firms.ts";
import { makePages } from "./make-pages.ts";
import { makePartnerParts } from "./make-partner-path.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { addReplays, makeReplay } from "./make-replay.ts";
import { answerCheck, attend, makePartner, takeCheck, watchEverything, watchReplay } from "./partner-walk.ts";
import { testDatabase } from "./setup-database.ts";

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

test("no text on the pages of firms and on the way in is hard-coded", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const firm = await makeFirm(db, { domains: ["firm.example"] });
  const closed = await makeFirm(db, { closedAt: Date.UTC(2020, 0, 2) });
  const coordinator = await makeCoordinator(db, firm.id);
  const office = await makePerson(db, { kind: "staff" });
  await db.write(async (tx) => {
    const grant = {
      id: newId(),
      personId: office.id,
      role: "program_office" as const,
      grantedAt: 0,
      grantedBy: "test",
    };
    await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
    await tx.update(people).set({ language: "en-XA" });
  });
  const named = await makePartnerOf(db, { firmId: firm.id, externalId: null });
  const by = { personId: coordinator.id, name: "Cora" };
  const invitees = [{ address: "new@firm.example", givenName: "", familyName: "" }];
  await invitePeople({ db, clock, firmId: firm.id, by, invitees, language: "en-XA" });
  const join = `/join/${await latestToken(db)}`;
  const [mail] = await listMails(db);
  const everybody = [...(await db.read.select().from(people)), firm, closed, named].flatMap(stringsIn);
  const names = (await db.read.select().from(people)).map((one) => `${one.givenName} ${one.familyName}`);
  const languages = new Intl.DisplayNames("en", { type: "language" });
  const data = [
    ...[...everybody, ...names, ...Intl.supportedValuesOf("timeZone").map((zone) => zone.replaceAll("_", " "))],
    ...[...offeredLanguages, "en-XA"].map((tag) => languages.of(tag) ?? tag),
    ...["new@firm.example", "firm.example", countryNames(), "http://localhost:3000"],
  ].join("\n");
  const lists = ["/firm", "/firm?q=nobody-of-this-name", "/firm?done=invited&invited=2&joined=1&before=1"];
  await check(pages, await pages.signedIn(coordinator.id), lists, data);
  const offices = ["/program-office/firms", "/program-office/firms?q=zz", `/program-office/firms/${firm.id}`];
  await check(pages, await pages.signedIn(office.id), [...offices, `/program-office/firms/${closed.id}`], data);
  // Nobody is signed in on the way in, so the page is in the language of the browser: here that of who is.
  await check(pages, await pages.signedIn(office.id), ["/register", "/register?sent", join, "/join/none"], data);
  const texts = mail?.content.blocks.flatMap((block) => (block.kind === "text" ? block.text : [])) ?? [];
  for (const text of texts) expect(text).toMatch(/^\[.*\]$/);
});
