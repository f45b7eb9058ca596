import { expect, test } from "vitest";
import { listAnswers } from "#app/features/assessments/list-answers.server.ts";
import { recordDealClaim } from "#app/features/claims/record-deal-claim.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { waves } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify, readEverything, startOpenAttempt, takeAttempt } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const clock = systemClock;
const deal = {
  dealReference: "D-1",
  customerName: "Secret Customer",
  customerCountry: "US",
  engagement: "direct_new_business",
  role: "lead",
} as const;

test("ids of somebody else's things are not found, and the answer does not tell that they exist", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const owner = await makePerson(db, { familyName: "Owner" });
  const other = await makePerson(db);
  const walk = { db, clock, personId: owner.id, release };
  await readEverything(walk);
  const attemptId = await startOpenAttempt(walk);
  await takeAttempt(walk, () => false);
  const certified = await makePerson(db);
  const certification = await certify({ ...walk, personId: certified.id }, certified);
  const claim = await recordDealClaim({ db, clock, personId: owner.id, input: deal, channel: "web" });
  const claimId = claim.status === "recorded" ? claim.claim.id : "";
  expect(claimId).not.toBe("");
  const refused = await recordDealClaim({
    db,
    clock,
    personId: owner.id,
    input: { ...deal, dealReference: "D-1" },
    channel: "web",
  });
  const refusalId = refused.status === "refused" ? refused.refusal.id : "";
  expect(refusalId).not.toBe("");

  const cookie = await pages.signedIn(other.id);
  const foreign = [
    `/assessment/results/${attemptId}`,
    `/certificates/${certification.number}`,
    `/deals/${claimId}`,
    `/deals/refusals/${refusalId}`,
    `/deals/new?draft=${refusalId}`,
  ];
  const unknown = [
    `/assessment/results/${newId()}`,
    "/certificates/CLR-ZZZZ-ZZZZ-ZZZZ",
    `/deals/${newId()}`,
    `/deals/refusals/${newId()}`,
    `/deals/new?draft=${newId()}`,
  ];
  for (const [index, url] of foreign.entries()) {
    const answer = await pages.visit(url, { cookie });
    const missing = await pages.visit(unknown[index] ?? "", { cookie });
    expect(answer.status, url).toBe(404);
    expect(answer.body).not.toContain("Secret Customer");
    expect(withoutChance(answer.body), url).toBe(withoutChance(missing.body));
  }
});

test("posts into somebody else's attempt change nothing", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const owner = await makePerson(db);
  const other = await makePerson(db);
  await readEverything({ db, clock, personId: owner.id, release });
  const attempt = await startOpenAttempt({ db, clock, personId: owner.id, release });
  const cookie = await pages.signedIn(other.id);
  expect(
    (await pages.visit("/assessment/questions/1", { cookie, form: { attempt, choice: "1", total: "20" } })).status,
  ).toBe(404);
  expect((await pages.visit("/assessment/review", { cookie, form: { attempt } })).status).toBe(404);
  expect(await listAnswers(db.read, attempt)).toEqual({});
  const own = await pages.visit("/assessment/review", { cookie: await pages.signedIn(owner.id) });
  expect(own.status).toBe(200);
});

test("edited hidden fields and replays of old posts are answered clearly and change nothing", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db);
  await readEverything({ db, clock, personId: rep.id, release });
  const cookie = await pages.signedIn(rep.id);
  const attempt = await startOpenAttempt({ db, clock, personId: rep.id, release });
  const question = (position: number | string, form: Record<string, string>) =>
    pages.visit(`/assessment/questions/${position}`, { cookie, form });
  expect((await question(1, { attempt, choice: "99", total: "20" })).status).toBe(422);
  expect((await question(1, { attempt, choice: "right", total: "20" })).status).toBe(422);
  expect((await question(21, { attempt, choice: "1", total: "20" })).status).toBe(422);
  expect((await question("abc", { attempt, choice: "1", total: "20" })).status).toBe(422);
  expect((await question(1, { attempt: "nonsense", choice: "1", total: "20" })).status).toBe(404);
  expect((await question(1, { attempt, total: "20" })).status).toBe(422);
  expect(await listAnswers(db.read, attempt)).toEqual({});
  expect((await question(1, { attempt, choice: "1", total: "1" })).location).toBe("/assessment/review");

  const submit = () => pages.visit("/assessment/review", { cookie, form: { attempt } });
  const first = await submit();
  expect(first.location).toBe(`/assessment/results/${attempt}`);
  expect((await submit()).location).toBe(first.location);
  const late = await question(2, { attempt, choice: "1", total: "20" });
  expect(late.status).toBe(409);
  expect(late.body).toContain("This has changed in the meantime");
  expect(Object.keys(await listAnswers(db.read, attempt))).toHaveLength(1);
  expect((await pages.visit("/assessment/questions/1", { cookie })).location).toBe("/assessment");
});

test("no page before the submit holds a key or the feedback of an item", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db);
  await readEverything({ db, clock, personId: rep.id, release });
  const cookie = await pages.signedIn(rep.id);
  await startOpenAttempt({ db, clock, personId: rep.id, release });
  const urls = [
    ...Array.from({ length: 20 }, (_, index) => `/assessment/questions/${index + 1}`),
    "/assessment",
    "/assessment/review",
    "/",
    "/program",
  ];
  for (const url of urls) {
    const { status, body } = await pages.visit(url, { cookie });
    expect(status, url).toBe(200);
    for (const item of release.items) {
      expect(body, url).not.toContain(item.id);
      for (const choice of item.choices) expect(body, url).not.toContain(choice.feedback);
    }
  }
});

test("a rep whom the gate refuses gets a page that helps, and may claim once certified", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db);
  await db.write(async (tx) => {
    await tx.insert(waves).values({
      id: newId(),
      programId: "rules-of-engagement",
      editionId: "2011-07",
      countries: ["US"],
      kinds: ["rep"],
      effectiveAt: 0,
      graceDays: 0,
      mode: "enforce",
      createdAt: 0,
      createdBy: "test",
      withdrawnAt: null,
    });
  });
  const cookie = await pages.signedIn(rep.id);
  const form = { ...deal, intent: "claim" };
  const refused = await pages.visit("/deals/new", { cookie, form });
  expect(refused.location).toMatch(/^\/deals\/refusals\//);
  const page = await pages.visit(refused.location, { cookie });
  for (const part of [
    "You may not claim this deal yet.",
    "ROE-1.3",
    "The shortest way",
    release.lessons[0]?.title ?? "",
  ])
    expect(page.body).toContain(part);
  await certify({ db, clock, personId: rep.id, release }, rep);
  const recorded = await pages.visit("/deals/new", { cookie, form });
  expect(recorded.location).toMatch(/^\/deals\/[0-9a-f-]{36}\?new$/);
  const again = await pages.visit("/deals/new", { cookie, form });
  expect(again.location).toBe(recorded.location.replace("?new", ""));
  const partnerLeads = {
    ...form,
    dealReference: "D-2",
    engagement: "partner_new_business",
    partnerFirm: "Nordhavn IT",
  };
  const objected = await pages.visit((await pages.visit("/deals/new", { cookie, form: partnerLeads })).location, {
    cookie,
  });
  expect(objected.body).toContain("The partner leads this deal.");
  expect(objected.body).toContain("ROE-2.1");
});

/** A page without what differs between any two answers. */
function withoutChance(html: string): string {
  return html.replace(/nonce="[^"]*"/g, "").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
}
