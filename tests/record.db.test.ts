import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { expect, test } from "vitest";
import { answerBooster } from "#app/features/boosters/answer-booster.server.ts";
import { findBooster } from "#app/features/boosters/find-booster.server.ts";
import { recordDealClaim } from "#app/features/claims/record-deal-claim.server.ts";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import { queueMessage } from "#app/features/messages/queue-message.server.ts";
import { getRecord } from "#app/features/record/get-record.server.ts";
import { columnsLeftOut, recordCoverage } from "#app/features/record/record-coverage.ts";
import { presentScenario } from "#app/features/scenarios/present-scenario.ts";
import * as door from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify, handClock, readEverything, takeAttempt } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 10);

const personTables = Object.values<unknown>(door)
  .filter((value): value is Table => is(value, Table))
  .filter((table) => "personId" in getTableColumns(table));

/** A rep about whom every table has a row. */
async function repWithEverything() {
  const db = await testDatabase();
  const clock = handClock(start);
  const release = await makeRelease(db, { summary: { boosters: { days: [30], scenarios: 1 } } });
  const rep = await makePerson(db);
  const personId = rep.id;
  const walk = { db, clock, personId, release };
  await readEverything(walk);
  await takeAttempt(walk, () => false);
  for (const { id } of release.lessons) await reviewLesson({ db, clock, personId, moduleId: id });
  const { registrationId } = await certify(walk, rep);
  const deal = {
    customerName: "A customer",
    customerCountry: "US",
    engagement: "direct_new_business",
    role: "lead",
  } as const;
  for (let n = 0; n < 2; n++)
    await recordDealClaim({ db, clock, personId, input: { ...deal, dealReference: "D-1" }, channel: "web" });
  clock.pass(30 * day);
  const booster = await findBooster({ db, personId, day: 30, now: clock.now() });
  const scenario = booster?.scenarios[0]?.scenario;
  if (!scenario) throw new Error("No booster.");
  const tokens = presentScenario(scenario, personId).choices.map(({ token }) => token);
  const answer = scenario.type === "ordering" ? tokens : tokens.slice(0, 1);
  await answerBooster({ db, clock, personId, day: 30, scenarioId: scenario.id, answer });
  const now = clock.now();
  const own = { id: newId(), personId };
  const course = { ...own, registrationId, releaseId: release.id };
  const form = [{ itemId: "item-1-1-1", clause: "ROE-1.1", choices: ["a"] }];
  await db.write(async (tx) => {
    await tx.insert(door.accounts).values({ personId, passwordHash: "hash-secret", mustChange: false, changedAt: now });
    await tx.insert(door.sessions).values({ id: "session-secret", personId, createdAt: now, expiresAt: now + day });
    await tx
      .insert(door.roleGrants)
      .values({ ...own, role: "auditor", grantedAt: now, grantedBy: "S-1", revokedAt: null });
    await tx.insert(door.holds).values({
      ...own,
      caseReference: "CASE-1",
      reason: "A complaint.",
      openedAt: now,
      openedBy: "S-1",
      liftedAt: now + 1,
      liftedBy: "S-2",
      liftReason: "Closed.",
    });
    await tx.insert(door.overrides).values({
      ...own,
      reason: "A deal cannot wait.",
      validFrom: now,
      validUntil: now + day,
      approvers: ["S-1", "S-2"],
      grantedAt: now,
      endedAt: null,
    });
    await tx.insert(door.accommodations).values({
      ...own,
      extraTimePercent: 50,
      noTimeLimit: false,
      reason: "As agreed.",
      grantedAt: now,
      grantedBy: "S-1",
    });
    await tx
      .insert(door.storyPlays)
      .values({ ...course, storyId: "the-story", number: 1, path: [], startedAt: now, endedAt: now, endingId: "good" });
    await tx.insert(door.lessonPlaces).values({
      personId,
      editionId: "2011-07",
      cycle: 1,
      moduleId: "first-module",
      heading: "the-heading",
      seenAt: now,
    });
    await tx.insert(door.lessonChecks).values({
      ...course,
      moduleId: "first-module",
      form,
      startedAt: now,
      submittedAt: now,
      answers: { "item-1-1-1": { choice: "a" } },
      result: { correct: 0, total: 1, passed: false },
    });
    await tx.insert(door.firms).values({
      ...{ id: "firm", externalId: "F-1", name: "A firm", country: "DK", tier: "gold", createdAt: now, updatedAt: now },
      closedAt: null,
    });
    await tx.insert(door.invitations).values({
      ...{
        ...own,
        firmId: "firm",
        source: "invited",
        address: "a@x.example",
        addressKey: "a@x.example",
        language: "en",
      },
      ...{ givenName: "", familyName: "", invitedBy: null, tokenHash: "link-secret", mails: 1, createdAt: now },
      ...{ mailedAt: now, expiresAt: now + day, usedAt: now, revokedAt: null, revokedBy: null },
    });
    const replay = { personId, replayId: "the-replay", media: "film" };
    await tx.insert(door.watchings).values({
      ...replay,
      segments: [[0, 5000]],
      furthest: 65_000,
      position: 5000,
      overdraft: 0,
      updatedAt: now,
      completedAt: null,
    });
    await tx.insert(door.watchSessions).values({
      ...{ ...replay, id: own.id, releaseId: release.id, startedAt: now, endedAt: null, lastBeatAt: now },
      log: { stretches: [], closedUpTo: 0, closedBefore: 0, waiting: [] },
    });
    await tx.insert(door.partnerChecks).values({
      ...{ ...own, editionId: "2011-07", releaseId: release.id, number: 1, form, startedAt: now },
      answers: { "item-1-1-1": { choice: "a" } },
    });
    await tx.insert(door.attendances).values({
      ...{ ...own, editionId: "2011-07", releaseId: release.id, number: "CLR-ATTE-NDED-0001", issuedAt: now },
      firmName: "A firm",
    });
    const secretLink = { kind: "action" as const, label: "Join", path: "/join/message-secret", secret: true as const };
    const message = {
      ...{ personId, toName: "Ada", toAddress: "ada@reps.example.com", language: "en", causedBy: "test" },
      ...{ reason: "reminder", step: "7-days-before", onceKey: "one", optional: true, dueAt: now },
      content: { subject: "Seven days are left", greeting: null, blocks: [secretLink], reasonLine: "You are a rep." },
    };
    await queueMessage(tx, message, now);
    await tx.insert(door.mailOptOuts).values({ personId, optedOutAt: now, via: "link" });
    const asked = { kind: "people_export", input: { format: "csv" }, state: "done" as const };
    await tx.insert(door.work).values({ ...own, ...asked, createdAt: now, done: 1, total: 1, runs: 1 });
    await tx.insert(door.teamDelegations).values({
      ...{ id: newId(), managerId: personId, delegateId: personId, validFrom: now, validUntil: now + day },
      ...{ reason: "Away for a day.", createdAt: now, createdBy: personId, endedAt: null, endedBy: null },
    });
    await tx
      .insert(door.visits)
      .values({ personId, currentAt: now, previousAt: now - day })
      .onConflictDoUpdate({ target: door.visits.personId, set: { previousAt: now - day } });
  });
  return { db, clock, rep, release };
}

test("every table about a person is in the record or left out for a reason", () => {
  expect(personTables.map(getTableName).sort()).toEqual(Object.keys(recordCoverage).sort());
});

test("every column of these tables is in the record or left out for a reason, and no key of the bank is", async () => {
  const { db, clock, rep, release } = await repWithEverything();
  await using _ = db;
  const record = await getRecord({ db, clock, personId: rep.id });
  const missing: string[] = [];
  for (const table of personTables) {
    const covered = recordCoverage[getTableName(table)];
    if (!covered || !("member" in covered)) continue;
    const members = [(record as Record<string, unknown>)[covered.member]].flat();
    for (const key of Object.keys(getTableColumns(table))) {
      const name = `${getTableName(table)}.${key}`;
      if (key === "personId" || name in columnsLeftOut) continue;
      if (!members.every((one) => typeof one === "object" && one !== null && key in one)) missing.push(name);
    }
    expect(members.length, covered.member).toBeGreaterThan(0);
  }
  expect(missing).toEqual([]);

  const text = JSON.stringify(record);
  expect(text).not.toMatch(/-secret|itemId|item-\d|"form"/);
  expect(record.evidence.map(({ kind }) => kind)).toContain("booster_finished");
  expect(record.attempts.map(({ answers }) => answers?.length)).toEqual([undefined, 20]);
  expect(text).not.toMatch(/:1[67]\d{11}[,}]/);
  const asked = new Set(release.items.map(({ situation }) => situation));
  const told = new Set(record.attempts.flatMap(({ answers }) => answers ?? []).map(({ situation }) => situation));
  expect([...told].every((situation) => asked.has(situation))).toBe(true);
});

test("each kind of person sees their own record and takes the same document along", async () => {
  const { db, clock, rep } = await repWithEverything();
  await using _ = db;
  await using pages = await makePages(db, { clock });
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-9", familyName: "Other" });
  for (const person of [rep, partner]) {
    const cookie = await pages.signedIn(person.id);
    const page = await pages.visit("/record", { cookie });
    expect(page.status).toBe(200);
    expect(page.body).toContain(person.familyName);
    expect(page.body).not.toMatch(/<script|kinds\.|lists\.|lines\.|undefined|Invalid Date/);
    const file = await pages.server.inject({ url: "/record.json", headers: { cookie } });
    expect(file.headers["content-disposition"]).toMatch(/^attachment; filename="cleared-record-2026-02-09\.json"$/);
    expect(file.json()).toEqual(JSON.parse(JSON.stringify(await getRecord({ db, clock, personId: person.id }))));
    expect(file.body).not.toContain(person === rep ? "P-9" : rep.familyName);
  }
  const page = await pages.visit("/record", { cookie: await pages.signedIn(rep.id) });
  for (const fact of [
    "CASE-1",
    "A deal cannot wait.",
    "As agreed.",
    "the-heading",
    "Away for a day.",
    "D-1",
    "ROE-1.3: 0 of",
    "furthest 1:05",
    "Seven days are left",
  ])
    expect(page.body).toContain(fact);
});
