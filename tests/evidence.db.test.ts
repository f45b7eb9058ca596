import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { recordDealClaim } from "#app/features/claims/record-deal-claim.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { placeHold } from "#app/features/holds/place-hold.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import {
  attemptAnswers,
  attempts,
  certifications,
  type Database,
  evidence,
  holds,
  registrations,
} from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const deal = {
  dealReference: "D-1",
  customerName: "Kestrel Rail",
  customerCountry: "US",
  engagement: "direct_new_business",
  role: "lead",
} as const;

async function certifiedRep(db: Database) {
  const release = await makeRelease(db);
  const rep = await makePerson(db);
  const certification = await certify({ db, clock, personId: rep.id, release }, rep);
  await recordDealClaim({ db, clock, personId: rep.id, input: deal, channel: "web" });
  return { rep, certification };
}

const kept = ["evidence", "person_versions", "deal_claims", "releases", "release_parts", "claim_refusals"];

test("the database itself refuses to change or delete what is append-only", async () => {
  await using db = await testDatabase();
  await certifiedRep(db);
  await recordDealClaim({ db, clock, personId: (await makePerson(db)).id, input: deal, channel: "web" });
  for (const name of kept) {
    const column = name === "release_parts" ? "part_id" : "id";
    const table = sql.identifier(name);
    expect(await db.rows(db.read, sql`select 1 as one from ${table} limit 1`), name).toHaveLength(1);
    const change = db.write((tx) => db.rows(tx, sql`update ${table} set ${sql.identifier(column)} = 'x' returning 1`));
    await expect(change, `${name} update`).rejects.toThrow();
    const removal = db.write((tx) => db.rows(tx, sql`delete from ${table} returning 1`));
    await expect(removal, `${name} delete`).rejects.toThrow();
    expect(await db.rows(db.read, sql`select 1 as one from ${table} limit 1`), name).toHaveLength(1);
  }
});

test("a submitted attempt and its answers are fixed", async () => {
  await using db = await testDatabase();
  await certifiedRep(db);
  await expect(db.write(async (tx) => void (await tx.update(attempts).set({ number: 9 })))).rejects.toThrow();
  await expect(db.write(async (tx) => void (await tx.delete(attempts)))).rejects.toThrow();
  await expect(db.write(async (tx) => void (await tx.update(attemptAnswers).set({ answeredAt: 1 })))).rejects.toThrow();
  await expect(db.write(async (tx) => void (await tx.delete(attemptAnswers)))).rejects.toThrow();
});

test("a claim without an allowing decision cannot be stored by any door", async () => {
  await using db = await testDatabase();
  const { rep } = await certifiedRep(db);
  const [good] = await db.rows<Record<string, unknown>>(db.read, sql`select * from deal_claims`);
  expect(good).toBeDefined();
  const insert = (outcome: string, decided: string) =>
    db.write((tx) =>
      db.rows(
        tx,
        sql`insert into deal_claims (id, person_id, deal_reference, deal_key, customer_name, customer_country, engagement, role, outcome, decision_id, decision, channel, claimed_at)
          values (${newId()}, ${rep.id}, 'X', ${newId()}, 'X', 'US', 'global_account', 'lead', ${outcome}, ${newId()}, ${JSON.stringify({ outcome: decided })}, 'web', 1) returning 1`,
      ),
    );
  await expect(insert("deny", "deny")).rejects.toThrow();
  await expect(insert("allow", "deny")).rejects.toThrow();
  await expect(insert("allow", "allow")).resolves.toHaveLength(1);
});

test("verify finds nothing where everything follows, and names what does not", async () => {
  await using db = await testDatabase();
  const { rep, certification } = await certifiedRep(db);
  await placeHold({
    db,
    clock,
    personId: rep.id,
    input: { caseReference: "C-1", reason: "A complaint.", by: "office" },
  });
  const clean = await verifyEvidence(db);
  expect(clean).toMatchObject({ people: 1, certifications: 1, claims: 1, discrepancies: [] });
  expect(clean.records).toBeGreaterThan(5);

  await db.write(async (tx) => {
    await tx
      .update(certifications)
      .set({ validUntil: certification.validUntil + 1 })
      .where(eq(certifications.id, certification.id));
    await tx.update(holds).set({ liftedAt: 5 });
    await tx.update(registrations).set({ path: "renewal", editionId: "2012-01" });
  });
  const problems = (await verifyEvidence(db)).discrepancies.map((found) => found.problem);
  expect(problems).toContain("differs from the evidence in validUntil");
  expect(problems).toContain("differs from the evidence in liftedAt");
  expect(problems).toContain("is on a path of another cycle");
  expect(problems).toContain("is for another edition than what was recorded in it");

  await db.write(async (tx) => void (await tx.delete(certifications)));
  const missing = (await verifyEvidence(db)).discrepancies.map((found) => found.problem);
  expect(missing).toContain("is in the evidence and not stored");
  expect(missing.some((problem) => problem.startsWith("was not allowed"))).toBe(false);
});

test("verify finds a certification that was never earned", async () => {
  await using db = await testDatabase();
  const { certification } = await certifiedRep(db);
  const other = await makePerson(db);
  await db.write(async (tx) => {
    const forged = { ...certification, id: newId(), personId: other.id, registrationId: newId(), number: "CLR-FORGED" };
    await db.rows(
      tx,
      sql`insert into registrations (id, person_id, program_id, edition_id, cycle, path, opened_at) values (${forged.registrationId}, ${other.id}, 'rules-of-engagement', '2011-07', 1, 'initial', 1) returning 1`,
    );
    await tx.insert(certifications).values(forged);
  });
  const { discrepancies } = await verifyEvidence(db);
  expect(discrepancies).toEqual([
    expect.objectContaining({ personId: other.id, problem: "is stored without evidence" }),
  ]);
  expect(await db.read.select().from(evidence).where(eq(evidence.personId, other.id))).toEqual([]);
});
