import { expect, test } from "vitest";
import { attest } from "#app/features/certification/attest.server.ts";
import { findEditionForPerson } from "#app/features/certification/edition-for-person.server.ts";
import { getCertificate } from "#app/features/certification/get-certificate.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { verifyCertificate } from "#app/features/certification/verify-certificate.server.ts";
import { certifications, evidence, holds, waves } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify, handClock, readEverything, takeAttempt } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const day = 86_400_000;

function makeWave(db: TestDatabase, given: Partial<typeof waves.$inferInsert>) {
  const wave = {
    id: newId(),
    programId: "rules-of-engagement",
    editionId: "2011-07",
    countries: null,
    kinds: ["rep" as const],
    effectiveAt: 100 * day,
    graceDays: 14,
    mode: "enforce" as const,
    createdAt: 0,
    createdBy: "test",
    withdrawnAt: null,
    ...given,
  };
  return db.write(async (tx) => {
    await tx.insert(waves).values(wave);
    return wave;
  });
}

test("nobody signs before everything else is done, and nothing is written for it", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const person = await makePerson(db, { familyName: "Lovelace" });
  const walk = { db, clock: handClock(1000), personId: person.id, release };
  const sign = (typedName = "Ada Lovelace") => attest({ ...walk, typedName });
  const left = async () => {
    const signed = await sign();
    return signed.state === "steps-left" ? signed.steps.map((step) => step.id) : signed.state;
  };
  expect(await left()).toEqual(["first-module", "second-module", "certification"]);
  await readEverything(walk);
  expect(await left()).toEqual(["certification"]);
  await takeAttempt(walk, (item) => item.clause !== "ROE-1.3");
  expect(await left()).toEqual(["certification"]);
  expect(await db.read.select().from(certifications)).toEqual([]);
  expect((await db.read.select().from(evidence)).some((record) => record.kind === "attested")).toBe(false);
});

test("the name in use and the name in the HR file both sign; a second signature answers with the same certification", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  for (const typedName of ["addy lovelace", "ada lovelace"]) {
    const person = await makePerson(db, { preferredName: "Addy", familyName: "Lovelace" });
    const walk = { db, clock: handClock(1000), personId: person.id, release };
    await readEverything(walk);
    await takeAttempt(walk, () => true);
    expect(await attest({ ...walk, typedName: "Somebody Else" })).toEqual({ state: "name-differs" });
    const first = await attest({ ...walk, typedName });
    expect(first).toMatchObject({ state: "certified", already: false });
    expect(await attest({ ...walk, typedName: "" })).toEqual({ ...first, already: true });
  }
});

test("anyone with the number learns its state and nothing else", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const person = await makePerson(db, { timeZone: "UTC" });
  const clock = handClock(Date.UTC(2011, 6, 1));
  const { number, validUntil } = await certify({ db, clock, personId: person.id, release }, person);
  const verify = (typed: string) => verifyCertificate({ db, clock, number: typed });
  expect(await verify(number)).toEqual({ state: "valid" });
  expect(await verify(` ${number.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")}`)).toEqual({
    state: "valid",
  });
  expect(await verify("CLR-0000-0000-0000")).toEqual({ state: "unknown" });
  expect(await verify("nonsense")).toEqual({ state: "unknown" });

  const hold = {
    id: newId(),
    personId: person.id,
    caseReference: "C-1",
    reason: "",
    openedAt: clock.now(),
    openedBy: "x",
  };
  await db.write(async (tx) => void (await tx.insert(holds).values({ ...hold, liftedAt: clock.now() })));
  expect(await verify(number)).toEqual({ state: "valid" });
  await db.write(async (tx) => void (await tx.insert(holds).values({ ...hold, id: newId() })));
  expect(await verify(number)).toEqual({ state: "on_hold" });
  clock.set(validUntil - 1);
  expect(await verify(number)).toEqual({ state: "on_hold" });
  clock.set(validUntil);
  expect(await verify(number)).toEqual({ state: "expired" });
});

test("a certificate is shown to its owner alone", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const [owner, other] = [await makePerson(db), await makePerson(db)];
  const { number } = await certify({ db, clock: handClock(0), personId: owner.id, release }, owner);
  expect((await getCertificate({ db, personId: owner.id, number })).person.id).toBe(owner.id);
  await expect(getCertificate({ db, personId: other.id, number })).rejects.toMatchObject({ code: "not-found" });
  await expect(getCertificate({ db, personId: owner.id, number: "x" })).rejects.toMatchObject({ code: "not-found" });
});

test("a person works on the edition of the newest wave meant for them, and otherwise on the newest one published", async () => {
  await using db = await testDatabase();
  const now = 50 * day;
  const editionOf = async (country: string, kind: "rep" | "partner" = "rep") =>
    (await findEditionForPerson(db.read, { person: { kind, country }, now }))?.editionId ?? null;
  expect(await editionOf("US")).toBeNull();
  await makeRelease(db, { editionId: "2012-01", publishedAt: 1 });
  await makeRelease(db, { editionId: "2011-07", publishedAt: 9 });
  expect(await editionOf("US")).toBe("2012-01");
  await makeWave(db, { editionId: "2011-07", countries: ["US", "DE"] });
  expect([await editionOf("US"), await editionOf("FR"), await editionOf("US", "partner")]).toEqual([
    "2011-07",
    "2012-01",
    "2012-01",
  ]);
  await makeWave(db, { editionId: "2012-01", countries: ["DE"], effectiveAt: 200 * day, mode: "shadow" });
  expect([await editionOf("US"), await editionOf("DE")]).toEqual(["2011-07", "2012-01"]);
  await makeWave(db, { editionId: "2013-01", effectiveAt: 300 * day });
  await makeWave(db, { editionId: "2012-01", effectiveAt: 400 * day, withdrawnAt: now });
  expect([await editionOf("US"), await editionOf("DE")]).toEqual(["2011-07", "2012-01"]);
});

test("standing carries the dates of the wave", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const { id: personId } = await makePerson(db);
  const given = { db, clock: handClock(0), personId };
  expect((await getStanding(given)).wave).toBeNull();
  const { id } = await makeWave(db, { effectiveAt: 100 * day, graceDays: 14 });
  expect((await getStanding(given)).wave).toMatchObject({ id, effectiveAt: 100 * day, graceEndsAt: 114 * day });
  await expect(getStanding({ ...given, personId: "nobody" })).rejects.toMatchObject({ code: "not-found" });
});
