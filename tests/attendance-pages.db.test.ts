import { extractText } from "unpdf";
import { expect, test } from "vitest";
import { setPassword } from "#app/features/accounts/set-password.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { listPartnerItems } from "#app/features/programs/list-partner-items.server.ts";
import { attendances, evidence, partnerChecks, people } from "#app/platform/db.server.ts";
import { handClock } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { choiceOf, makeRelease } from "./make-release.ts";
import { attend, makePartner, takeCheck, watchEverything, watchReplay } from "./partner-walk.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const hour = 3_600_000;
const password = "correct horse battery staple";

async function setUp(db: TestDatabase, given: Parameters<typeof makePartner>[1] = {}) {
  const release = await makeRelease(db, { partners: true });
  const partner = await makePartner(db, { timeZone: "Europe/Madrid", country: "ES", ...given });
  const clock = handClock(Date.UTC(2026, 0, 5, 8));
  const walk = { db, clock, personId: partner.id };
  const pages = await makePages(db, { clock });
  await setPassword(pages.app, { personId: partner.id, password, mustChange: false });
  const cookie = await pages.signedIn(partner.id);
  const visit = (path: string, form?: Record<string, string>) =>
    pages.visit(path, { cookie, ...(form ? { form } : {}) });
  const words = async (path: string) => {
    const { status, body } = await visit(path);
    expect([status, body.includes("<script")], path).toEqual([200, false]);
    const [, main = ""] = /<main[^>]*>(.*)<\/main>/s.exec(body) ?? [];
    const plain = main.replaceAll(/<!--.*?-->/gs, "").replaceAll(/<[^>]+>/g, " ");
    return plain.replaceAll("&#x27;", "'").replaceAll(/\s+/g, " ");
  };
  const openCheck = async () => {
    const open = (await db.read.select().from(partnerChecks)).find(({ submittedAt }) => submittedAt === null);
    if (!open) throw new Error("No check is open.");
    return open;
  };
  return { release, partner, clock, walk, pages, visit, words, openCheck };
}

test("a partner goes the whole way through pages without scripts", async () => {
  await using db = await testDatabase();
  const { partner, clock, walk, pages, visit, words, openCheck, release } = await setUp(db);
  await using _ = pages;
  const begin = await words("/");
  expect(begin).toMatch(
    /Not begun 4 steps lead to your certificate of attendance\. 4 steps are left, about 10 minutes\./,
  );
  expect(begin).toMatch(/Start: The briefing.*Your firm Harbour Systems/);
  expect((await visit("/")).body).toMatch(/href="\/replays\/briefing".*href="\/trust"/s);
  expect(await words("/partner/check")).toMatch(/2 replays come first\..*You pass with 6 of 8 right\./);
  expect(await words("/partner/attestation")).toContain("3 steps come first. Then you sign here.");
  await watchReplay(walk, "briefing");
  expect(await words("/")).toMatch(
    /Go on watching: what you have seen counts\. 3 steps are left.*The briefing 2 min Done 5 Jan/,
  );
  await watchReplay(walk, "joint-deal");
  expect(await words("/")).toMatch(/A short check comes next\..*Continue: A short check/);

  expect((await visit("/partner/check", {})).location).toBe("/partner/check/questions/1");
  const { id: check, form } = await openCheck();
  const bank = new Map((await listPartnerItems(db, release.id)).map((item) => [item.id, item]));
  for (const [index, { itemId, choices }] of form.entries()) {
    const item = bank.get(itemId);
    const choice = item ? String(choices.indexOf(choiceOf(item, "right")) + 1) : "";
    const page = `/partner/check/questions/${index + 1}`;
    expect((await visit(page, { check, total: "8" })).status, "without a choice").toBe(422);
    const next = index === 7 ? "/partner/check/review" : `/partner/check/questions/${index + 2}`;
    expect((await visit(page, { check, total: "8", choice })).location).toBe(next);
    expect((await visit(page)).body, "the answer is there after a reload").toContain(`checked="" value="${choice}"`);
    if (index === 3) {
      expect(await words("/")).toContain("Your check is in progress: 4 of 8 answered.");
      expect(await words("/partner/check")).toContain("Check 1 is in progress: 4 of 8 answered.");
      expect((await visit("/partner/check")).body).toContain('href="/partner/check/questions/5"');
      expect(await words("/partner/check/review")).toContain("4 questions are still open.");
    }
  }
  expect((await visit("/partner/check/questions/9")).status).toBe(404);
  expect(await words("/partner/check/review")).toContain("Every question is answered.");
  expect((await visit("/partner/check/review", { check })).location).toBe(`/partner/check/results/${check}`);
  expect(await words(`/partner/check/results/${check}`)).toMatch(
    /You passed: 8 of 8 right\..*Every question with its answer/,
  );
  expect(await words("/")).toContain("Your signature is the last step.");

  const signing = await words("/partner/attestation");
  expect(signing).toMatch(
    /What you sign I do not steer a customer elsewhere\. I speak first\..*promises in return Nobody sells around/,
  );
  const refused = await visit("/partner/attestation", { typedName: fullName(partner), password: "wrong" });
  expect([refused.status, refused.body.includes("This is not your password.")]).toEqual([422, true]);
  const misnamed = await visit("/partner/attestation", { typedName: "Somebody", password });
  expect([misnamed.status, misnamed.body.includes("This is not the name")]).toEqual([422, true]);
  clock.pass(60_000);
  const signed = await visit("/partner/attestation", { typedName: fullName(partner), password });
  expect(signed.location).toMatch(/^\/partner\/attendance\/CLR-.*\?new$/);
  expect(await words(signed.location)).toMatch(
    /You have signed, and this is your certificate.*of Harbour Systems has watched/,
  );
  const [attendance] = await db.read.select().from(attendances);
  const home = await words("/");
  expect(home).toMatch(
    /Attended You have your certificate of attendance\. You signed the rules of edition Edition 2011-07 on 5 January 2026/,
  );
  expect((await visit("/partner/attestation")).location).toBe(`/partner/attendance/${attendance?.number}`);
  const again = await visit("/partner/attestation", { typedName: fullName(partner), password });
  expect(again.location).toBe(`/partner/attendance/${attendance?.number}`);
  expect(await words("/record")).toMatch(
    /You passed the check at the end of the replays.*In return you were promised: Nobody sells/,
  );
  clock.pass(hour);
  expect(await words("/")).toContain("You received your certificate of attendance.");
  expect(await db.read.select().from(attendances)).toHaveLength(1);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("old pages, double posts, a second tab and edited fields change nothing and are answered in plain words", async () => {
  await using db = await testDatabase();
  const { walk, pages, visit, words, openCheck, clock } = await setUp(db);
  await using _ = pages;
  expect((await visit("/partner/check", {})).location).toBe("/partner/check");
  expect((await visit("/partner/check/questions/1")).location).toBe("/partner/check");
  await watchEverything(walk);
  await visit("/partner/check", {});
  await visit("/partner/check", {});
  const { id: check } = await openCheck();
  const post = (position: number, form: Record<string, string>) => visit(`/partner/check/questions/${position}`, form);
  for (const choice of ["1", "2", "1"]) await post(1, { check, choice, total: "8" });
  const stored = (await openCheck()).answers;
  expect((await post(1, { check, choice: "7", total: "8" })).status).toBe(422);
  expect((await post(1, { check: "nothing", choice: "2", total: "8" })).status).toBe(404);
  expect((await post(99, { check, choice: "1", total: "8" })).status).toBe(422);
  expect((await openCheck()).answers).toEqual(stored);
  expect((await visit("/partner/check/review", { check: "nothing" })).status).toBe(404);
  expect((await visit(`/partner/check/results/${check}`)).status).toBe(409);

  const result = `/partner/check/results/${check}`;
  for (let n = 0; n < 2; n++) expect((await visit("/partner/check/review", { check })).location).toBe(result);
  const failed = await words(result);
  expect(failed).toMatch(/Not passed this time: \d of 8 right\. You need 6 right\..*You can take the next check now/);
  expect(failed).toMatch(/Clauses you missed.*Watch: The briefing, chapter “Chapter/);
  expect(await words("/")).toContain("You can take the check again, with other questions.");
  const late = await post(2, { check, choice: "1", total: "8" });
  expect(late.location).toBe(`${result}?late=1`);
  expect(await words(late.location)).toContain("An answer that came after the submit was not saved.");
  await visit("/partner/check", {});
  const second = await openCheck();
  await post(1, { check, choice: "1", total: "8" });
  expect((await openCheck()).answers, "an old page answers no newer check").toEqual({});
  await visit("/partner/check/review", { check: second.id });
  expect(await words("/")).toContain("Your next check opens on 6 January 2026 at 09:00 (CET).");
  expect(await words("/partner/check")).toMatch(
    /opens on 6 January 2026.*there are 24 hours between two checks.*3 of 5 checks/,
  );
  expect((await visit("/partner/check", {})).location).toBe("/partner/check");
  clock.pass(24 * hour);
  await takeCheck(walk);
  expect((await visit("/partner/attestation", { typedName: "", password: "" })).status).toBe(422);
  expect((await db.read.select().from(evidence)).filter(({ kind }) => kind === "partner_check_submitted")).toHaveLength(
    3,
  );
});

test("what belongs to another partner is not there", async () => {
  await using db = await testDatabase();
  const { walk, partner, pages } = await setUp(db);
  await using _ = pages;
  const { number } = await attend(walk, partner);
  const [check] = await db.read.select().from(partnerChecks);
  const cookie = await pages.signedIn((await makePartner(db)).id);
  for (const url of [`/partner/attendance/${number}`, `/partner/check/results/${check?.id}`])
    expect((await pages.visit(url, { cookie })).status, url).toBe(404);
  const form = { check: check?.id ?? "", choice: "1", total: "8" };
  expect((await pages.visit("/partner/check/questions/1", { cookie, form })).status).toBe(404);
  expect((await pages.visit("/partner/check/review", { cookie, form })).status).toBe(404);
  const file = await pages.visit(`/partner/attendance/${number}.pdf`, { cookie });
  expect([file.status, file.location, file.body]).toEqual([302, `/partner/attendance/${number}`, ""]);
});

test("the certificate as a file, and what strangers learn from its number", async () => {
  await using db = await testDatabase();
  const named = { givenName: "عمر", familyName: "الهاشمي", firm: "Société Générale d’Énergie – 北京" };
  const { walk, partner, pages } = await setUp(db, named);
  await using _ = pages;
  const { number } = await attend(walk, partner);
  const headers = { host: "localhost:3000", cookie: await pages.signedIn(partner.id) };
  const file = await pages.server.inject({ url: `/partner/attendance/${number}.pdf`, headers });
  expect(file.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="${number}.pdf"`,
    "cache-control": "private, no-store",
  });
  const { text } = await extractText(new Uint8Array(file.rawPayload), { mergePages: true });
  for (const said of [
    "Certificate of attendance",
    "عمر الهاشمي",
    number,
    "5 January 2026",
    named.firm,
    `/verify/${number}`,
  ])
    expect(text.replaceAll(/\s+/g, "")).toContain(said.replaceAll(" ", ""));

  await db.write(async (tx) => {
    await tx.update(people).set({ leftAt: 0 });
  });
  const answer = await pages.server.inject({ url: `/verify/${number}`, headers: { host: "localhost:3000" } });
  for (const said of [
    "This is a genuine certificate of attendance.",
    "Edition 2011-07",
    "5 January 2026",
    named.firm,
    "ع. ا.",
  ])
    expect(answer.body).toContain(said);
  expect(answer.body).toContain("It is no certification: it gives no right to claim a deal.");
  for (const secret of [
    partner.familyName,
    partner.givenName,
    partner.externalId ?? "",
    partner.id,
    "This certificate is valid",
  ])
    expect(answer.body).not.toContain(secret);
  expect(answer.headers).toMatchObject({ "x-robots-tag": "noindex" });
  const unknown = await pages.visit("/verify/CLR-0000-0000-0000");
  expect(unknown.body).toContain("There is no certificate with this number.");
});
