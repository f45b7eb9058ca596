import { expect, test } from "vitest";
import { findCurrentRegistration } from "#app/features/certification/find-current-registration.server.ts";
import { pathSteps } from "#app/features/certification/path-steps.ts";
import { readProgress } from "#app/features/certification/read-progress.server.ts";
import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import type { ClaimRight } from "#app/features/claims/claim-right-answer.ts";
import { appendEvidence } from "#app/features/evidence/append-evidence.server.ts";
import { attempts, type Database, people, personVersions, registrations } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify, makeHold, makeOverride, makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const minute = 60_000;
const now = Date.UTC(2011, 10, 1);

/** The answer without the id of its decision, which is never the same. */
function plain({ decisionId, ...right }: ClaimRight) {
  expect(decisionId).toMatch(/^[0-9a-f-]{36}$/);
  return right;
}

test("a no says what is missing, how long it takes, when it can change and who can help", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { publishedAt: 5 });
  const boss = await makePerson(db, { givenName: "Grace", familyName: "Hopper" });
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId });
  const wave = await makeWave(db, { effectiveAt: now - 15 * day, graceDays: 14 });
  const right = await checkClaimRight({ db, employeeId: rep.employeeId ?? "", at: now, now });
  expect(plain(right)).toEqual({
    outcome: "deny",
    reasons: ["NOT_CERTIFIED"],
    editionId: "2011-07",
    waveId: wave.id,
    effectiveAt: now - 15 * day,
    graceEndsAt: now - day,
    certifiedUntil: null,
    overrideUntil: null,
    shadow: null,
    upcoming: null,
    validUntil: null,
    asOf: now,
    personId: rep.id,
    edition: { id: "2011-07", title: "Edition 2011-07", releaseId: release.id },
    missingSteps: [
      { title: "Lesson 1", minutes: 6, href: "/program/lessons/first-module" },
      { title: "Lesson 2", minutes: 6, href: "/program/lessons/second-module" },
      { title: "Assessment", minutes: 25, href: "/assessment" },
      { title: "Sign that you will keep the rules", minutes: 2, href: "/attestation" },
    ],
    minutesLeft: 39,
    earliestPossibleAt: now + 39 * minute,
    whoCanUnblock: [{ role: "manager", name: "Grace Hopper" }, { role: "program_office" }],
  });
  const waiting = await checkClaimRight({ db, personId: rep.id, at: now, now, attemptAllowedAt: now + day });
  expect(waiting.earliestPossibleAt).toBe(now + day + 27 * minute);
});

test("the steps left are those that the training pages show", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const rep = await makePerson(db);
  const registration = {
    id: newId(),
    personId: rep.id,
    programId: release.programId,
    editionId: release.editionId,
    cycle: 1,
    path: "initial" as const,
    openedAt: 1,
  };
  const steps: (() => Promise<unknown>)[] = [
    () => db.write((tx) => tx.insert(registrations).values(registration).returning()),
    () => record(db, rep.id, { registrationId: registration.id, releaseId: release.id, moduleId: "second-module" }),
    () =>
      submitAttempt(db, rep.id, { registrationId: registration.id, releaseId: release.id, number: 1, passed: false }),
    () =>
      submitAttempt(db, rep.id, { registrationId: registration.id, releaseId: release.id, number: 2, passed: true }),
    () => record(db, rep.id, { registrationId: registration.id, releaseId: release.id, moduleId: "first-module" }),
  ];
  const counts: number[] = [];
  for (const step of steps) {
    await step();
    const current = await findCurrentRegistration(db.read, { personId: rep.id, editionId: release.editionId, now });
    const shown = pathSteps(release, await readProgress(db.read, current?.id ?? null));
    const right = await checkClaimRight({ db, personId: rep.id, at: now, now });
    const left = shown.filter((one) => one.state !== "done");
    expect(right.missingSteps).toEqual(left.map(({ title, minutes, href }) => ({ title, minutes, href })));
    expect(right.minutesLeft).toBe(left.reduce((sum, one) => sum + one.minutes, 0));
    counts.push(left.length);
  }
  expect(counts).toEqual([4, 3, 3, 2, 1]);
});

test("a plain yes and a no that training cannot change name no steps", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const rep = await makePerson(db, { managerEmployeeId: "90000000" });
  await certify(db, { personId: rep.id, releaseId: release.id, validFrom: 1, validUntil: now + day });
  const nothing = { missingSteps: [], minutesLeft: 0, earliestPossibleAt: null };
  const certified = await checkClaimRight({ db, personId: rep.id, at: now, now });
  expect(certified).toMatchObject({ outcome: "allow", certifiedUntil: now + day, whoCanUnblock: [], ...nothing });
  const office = [{ role: "program_office" }];
  await makeHold(db, { personId: rep.id });
  const held = await checkClaimRight({ db, personId: rep.id, at: now, now });
  expect(held).toMatchObject({ reasons: ["ON_HOLD"], editionId: "2011-07", whoCanUnblock: office, ...nothing });
  const unknown = await checkClaimRight({ db, employeeId: "00000000", at: now, now });
  expect(unknown).toMatchObject({ reasons: ["UNKNOWN_PERSON"], personId: null, edition: null, whoCanUnblock: office });
});

test("after an expiry the whole path is open again; a finished one is not", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const rep = await makePerson(db);
  await certify(db, { personId: rep.id, releaseId: release.id, validFrom: 1, validUntil: now });
  const expired = await checkClaimRight({ db, personId: rep.id, at: now, now });
  expect(expired).toMatchObject({ outcome: "deny", reasons: ["EXPIRED"], certifiedUntil: now, minutesLeft: 39 });
  const ahead = await checkClaimRight({ db, personId: rep.id, at: now + day, now: now - 100 * day });
  expect(ahead).toMatchObject({ outcome: "deny", reasons: ["EXPIRED"], missingSteps: [], minutesLeft: 0 });
});

test("a change is seen at once", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const rep = await makePerson(db);
  const ask = () => checkClaimRight({ db, personId: rep.id, at: now, now });
  expect((await ask()).reasons).toEqual(["NOT_YET_REQUIRED"]);
  await makeWave(db);
  expect((await ask()).reasons).toEqual(["NOT_CERTIFIED"]);
  await makeOverride(db, { personId: rep.id, validUntil: now + 1 });
  expect(await ask()).toMatchObject({ outcome: "allow_by_override", overrideUntil: now + 1, minutesLeft: 39 });
  await makeHold(db, { personId: rep.id });
  expect((await ask()).reasons).toEqual(["ON_HOLD"]);
});

test("an open hold counts now even where the clock that dated it was ahead", async () => {
  await using db = await testDatabase();
  const rep = await makePerson(db);
  await makeHold(db, { personId: rep.id, openedAt: now + 50 });
  expect((await checkClaimRight({ db, personId: rep.id, at: now, now })).reasons).toEqual(["ON_HOLD"]);
  expect((await checkClaimRight({ db, personId: rep.id, at: now, now: now + 100 })).outcome).toBe("allow");
});

test("for the past the person is taken as known then", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makeWave(db, { countries: ["DE"], createdAt: now });
  const rep = await makePerson(db, { country: "US" });
  const moved = {
    kind: "rep" as const,
    managerEmployeeId: null,
    onLeave: false,
    timeZone: "Europe/Berlin",
    importId: null,
  };
  await db.write(async (tx) => {
    for (const [validFrom, leftAt] of [
      [1000, null],
      [2000, 2500],
    ] as const) {
      const version = {
        ...moved,
        id: newId(),
        personId: rep.id,
        country: "DE",
        validFrom,
        recordedAt: validFrom,
        leftAt,
      };
      await tx.insert(personVersions).values(version);
    }
    await tx.update(people).set({ country: "DE", leftAt: 2500 });
  });
  const ask = (at: number) => checkClaimRight({ db, personId: rep.id, at, now });
  // The wave was entered later than all this, and still says what the rule was.
  expect(await ask(999)).toMatchObject({ reasons: ["NOT_YET_REQUIRED"], validUntil: 1000, missingSteps: [] });
  expect(await ask(1000)).toMatchObject({ reasons: ["NOT_CERTIFIED"], validUntil: 2000, missingSteps: [] });
  expect(await ask(2000)).toMatchObject({ reasons: ["NOT_CERTIFIED"], validUntil: 2500 });
  expect(await ask(2500)).toMatchObject({ reasons: ["INACTIVE"], validUntil: null });
  expect(await ask(now)).toMatchObject({ reasons: ["INACTIVE"], validUntil: null });
});

test("whoever has not begun yet is not active", async () => {
  await using db = await testDatabase();
  const rep = await makePerson(db);
  const future = await makePerson(db, { employeeId: "12345678" });
  await db.write(async (tx) => {
    const { kind, country, timeZone } = future;
    const id = newId();
    await tx.insert(people).values({ ...future, id, employeeId: "12345679" });
    const about = { id: newId(), personId: id, validFrom: now + day, recordedAt: now, importId: null, leftAt: null };
    await tx
      .insert(personVersions)
      .values({ ...about, kind, country, timeZone, managerEmployeeId: null, onLeave: false });
  });
  const ask = (employeeId: string, at: number) => checkClaimRight({ db, employeeId, at, now });
  expect(await ask(rep.employeeId ?? "", now)).toMatchObject({ outcome: "allow" });
  expect(await ask("12345679", now)).toMatchObject({ reasons: ["INACTIVE"], validUntil: now + day });
  expect(await ask("12345679", now - day)).toMatchObject({ reasons: ["INACTIVE"] });
  expect(await ask("12345679", now + day)).toMatchObject({ outcome: "allow" });
});

type Where = { registrationId: string; releaseId: string };

async function record(db: Database, personId: string, given: Where & { moduleId: string }) {
  const { moduleId, ...where } = given;
  const body = { kind: "lesson_read" as const, moduleId };
  await db.write((tx) => appendEvidence(tx, { ...where, personId, at: 2, subject: moduleId, body }), {
    person: personId,
  });
}

async function submitAttempt(db: Database, personId: string, given: Where & { number: number; passed: boolean }) {
  const { passed, ...about } = given;
  const result = { correct: 0, total: 0, passed, timedOut: false, clauses: [] };
  await db.write(async (tx) => {
    await tx.insert(attempts).values({
      ...about,
      id: newId(),
      personId,
      assessmentId: "certification",
      form: [],
      startedAt: 2,
      closesAt: null,
      submittedAt: 3,
      result,
    });
  });
}
