import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { liftHold } from "#app/features/holds/lift-hold.server.ts";
import { placeHold } from "#app/features/holds/place-hold.server.ts";
import { grantOverride } from "#app/features/overrides/grant-override.server.ts";
import { addWave } from "#app/features/waves/add-wave.server.ts";
import { listWaves } from "#app/features/waves/list-waves.server.ts";
import type { WaveInput } from "#app/features/waves/wave-input.ts";
import { withdrawWave } from "#app/features/waves/withdraw-wave.server.ts";
import { type Database, evidence, holds, overrides, people, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { handClock } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const now = Date.UTC(2011, 10, 1);

const wave: WaveInput = {
  editionId: "2011-07",
  countries: ["DE", "US"],
  kinds: ["rep"],
  effectiveAt: now,
  graceDays: 14,
  mode: "enforce",
};

test("a wave needs a published edition, is added once, and is withdrawn once", async () => {
  await using db = await testDatabase();
  const clock = handClock(now);
  const add = (input: WaveInput) => addWave({ db, clock, input, by: "the office" });
  await expect(add(wave)).rejects.toMatchObject({ code: "validation-failed" });
  await makeRelease(db);
  const added = await add(wave);
  await expect(add({ ...wave, countries: ["US", "DE"] })).rejects.toMatchObject({ code: "conflict" });
  const everywhere = await add({ ...wave, countries: null });
  await expect(add({ ...wave, countries: null })).rejects.toMatchObject({ code: "conflict" });
  await add({ ...wave, mode: "shadow" });
  clock.pass(5);
  expect(await withdrawWave({ db, clock, waveId: added.id })).toMatchObject({ id: added.id, withdrawnAt: now + 5 });
  await expect(withdrawWave({ db, clock, waveId: added.id })).rejects.toMatchObject({ code: "conflict" });
  await expect(withdrawWave({ db, clock, waveId: newId() })).rejects.toMatchObject({ code: "not-found" });
  await add(wave);
  const listed = await listWaves(db.read);
  expect(listed).toHaveLength(4);
  expect(listed.find((one) => one.id === everywhere.id)).toMatchObject({ countries: null, createdBy: "the office" });
  expect(listed.find((one) => one.id === added.id)?.withdrawnAt).toBe(now + 5);
});

test("a hold is placed once for a case and lifted once, each with its evidence", async () => {
  await using db = await testDatabase();
  const clock = handClock(now);
  const rep = await makePerson(db);
  const place = (caseReference: string, personId = rep.id) =>
    placeHold({ db, clock, personId, input: { caseReference, reason: "A complaint.", by: "Desk" } });
  const hold = await place("CASE-1");
  await expect(place("case-1")).rejects.toMatchObject({ code: "conflict" });
  await expect(place("CASE-1", newId())).rejects.toMatchObject({ code: "not-found" });
  await place("CASE-1", (await makePerson(db)).id);
  // The clock of another node was a little ahead: the chain of evidence does not go back.
  clock.pass(-500);
  const lift = () => liftHold({ db, clock, holdId: hold.id, input: { reason: "Cleared up.", by: "Desk" } });
  expect(await lift()).toMatchObject({ liftedAt: now, liftedBy: "Desk", liftReason: "Cleared up." });
  await expect(lift()).rejects.toMatchObject({ code: "conflict" });
  await expect(place("CASE-1")).rejects.toThrow("lifted before");
  const unknown = liftHold({ db, clock, holdId: newId(), input: { reason: "Cleared up.", by: "Desk" } });
  await expect(unknown).rejects.toMatchObject({ code: "not-found" });
  const records = await db.read.select().from(evidence);
  expect(records.filter((record) => record.personId === rep.id).map((record) => record.kind)).toEqual([
    "held",
    "hold_lifted",
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("of many holds placed at once for one case there is one", async () => {
  await using db = await testDatabase();
  const clock = handClock(now);
  const rep = await makePerson(db);
  const input = { caseReference: "CASE-1", reason: "A complaint.", by: "Desk" };
  const placed = await Promise.allSettled(
    Array.from({ length: 8 }, () => placeHold({ db, clock, personId: rep.id, input })),
  );
  expect(placed.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(await db.read.select().from(holds)).toHaveLength(1);
});

test("an override needs two people who may approve it", async () => {
  await using db = await testDatabase();
  const clock = handClock(now);
  const boss = await makePerson(db);
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId });
  const [office, second, former, peer] = await Promise.all([1, 2, 3, 4].map(() => makePerson(db, { kind: "staff" })));
  if (!office || !second || !former || !peer) throw new Error("Nobody was made.");
  for (const id of [office.id, second.id, former.id, rep.id]) await grantOffice(db, id);
  await db.write(
    async (tx) => void (await tx.update(roleGrants).set({ revokedAt: 1 }).where(eq(roleGrants.personId, former.id))),
  );
  const grant = (approverIds: [string, string], until = now + 30 * day, personId = rep.id) =>
    grantOverride({ db, clock, personId, input: { reason: "It cannot wait.", until, approverIds } });

  await expect(grant([office.id, office.id])).rejects.toThrow("different people");
  await expect(grant([office.id, rep.id])).rejects.toThrow("for themselves");
  await expect(grant([office.id, newId()])).rejects.toMatchObject({ code: "not-found" });
  await expect(grant([office.id, peer.id])).rejects.toMatchObject({ code: "not-allowed" });
  await expect(grant([office.id, former.id])).rejects.toMatchObject({ code: "not-allowed" });
  await expect(grant([office.id, boss.id], now)).rejects.toThrow("in the future");
  await expect(grant([office.id, boss.id], now + 30 * day + 1)).rejects.toThrow("at most 30 days");
  await expect(grant([office.id, boss.id], now + day, newId())).rejects.toMatchObject({ code: "not-found" });
  expect(await db.read.select().from(overrides)).toEqual([]);

  const override = await grant([office.id, boss.id]);
  expect(override).toMatchObject({ validFrom: now, validUntil: now + 30 * day, approvers: [office.id, boss.id] });
  await grant([second.id, office.id]);
  await db.write(async (tx) => void (await tx.update(people).set({ leftAt: now }).where(eq(people.id, boss.id))));
  await expect(grant([office.id, boss.id])).rejects.toMatchObject({ code: "not-allowed" });
  await db.write(async (tx) => void (await tx.update(people).set({ leftAt: now }).where(eq(people.id, rep.id))));
  await expect(grant([office.id, second.id])).rejects.toThrow("has left");
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

async function grantOffice(db: Database, personId: string) {
  const grant = { id: newId(), personId, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values(grant)));
}
