import { expect, test } from "vitest";
import { recordDealClaimOnce } from "#app/features/claims/record-deal-claim-once.server.ts";
import { claimRefusals, dealClaims, idempotencyKeys } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify, dealInput, makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const now = Date.UTC(2011, 10, 1);

type Once = Parameters<typeof recordDealClaimOnce>[0];

async function callerOf(db: TestDatabase, { certified = true } = {}) {
  const release = await makeRelease(db);
  await makeWave(db);
  const rep = await makePerson(db);
  if (certified) await certify(db, { personId: rep.id, releaseId: release.id, validFrom: 1, validUntil: now + 1 });
  const once: Once = {
    db,
    clock: { now: () => now },
    personId: rep.id,
    input: dealInput(),
    channel: "api",
    idempotency: { ownerId: "crm", key: "k1", requestHash: "h1" },
    respond: (outcome) =>
      outcome.status === "recorded"
        ? { status: 201, body: JSON.stringify({ id: outcome.claim.id }) }
        : { status: 403, body: JSON.stringify({ reason: outcome.refusal.reason, at: newId() }) },
  };
  return { rep, once };
}

test("a repeated request gets the same bytes, and nothing is recorded twice", async () => {
  await using db = await testDatabase();
  const { once } = await callerOf(db);
  const first = await recordDealClaimOnce(once);
  expect(first).toMatchObject({ status: 201, repeated: false });
  expect(await recordDealClaimOnce(once)).toEqual({ ...first, repeated: true });
  const another = { ...once, input: dealInput(), idempotency: { ...once.idempotency, ownerId: "erp" } };
  expect(await recordDealClaimOnce(another)).toMatchObject({ status: 201, repeated: false });
  expect(await db.read.select().from(dealClaims)).toHaveLength(2);
});

test("a refusal is repeated too, although it would be allowed by now", async () => {
  await using db = await testDatabase();
  const { rep, once } = await callerOf(db, { certified: false });
  const first = await recordDealClaimOnce(once);
  expect(first).toMatchObject({ status: 403, repeated: false });
  const releaseId = (await makeRelease(db, { publishedAt: 1 })).id;
  await certify(db, { personId: rep.id, releaseId, validFrom: 1, validUntil: now + 1 });
  expect(await recordDealClaimOnce(once)).toEqual({ ...first, repeated: true });
  expect(await db.read.select().from(claimRefusals)).toHaveLength(1);
  const fresh = { ...once, idempotency: { ...once.idempotency, key: "k2" } };
  expect(await recordDealClaimOnce(fresh)).toMatchObject({ status: 201 });
});

test("a key that comes with another request is refused and changes nothing", async () => {
  await using db = await testDatabase();
  const { once } = await callerOf(db);
  await recordDealClaimOnce(once);
  const other = { ...once, input: dealInput(), idempotency: { ...once.idempotency, requestHash: "h2" } };
  await expect(recordDealClaimOnce(other)).rejects.toMatchObject({ code: "idempotency-key-reused", status: 422 });
  expect(await db.read.select().from(dealClaims)).toHaveLength(1);
});

test("a request that failed leaves no key behind", async () => {
  await using db = await testDatabase();
  const { once } = await callerOf(db);
  const failing: Once = {
    ...once,
    respond: () => {
      throw new Error("no");
    },
  };
  await expect(recordDealClaimOnce(failing)).rejects.toThrow("no");
  expect(await db.read.select().from(dealClaims)).toEqual([]);
  expect(await db.read.select().from(idempotencyKeys)).toEqual([]);
  expect(await recordDealClaimOnce(once)).toMatchObject({ status: 201, repeated: false });
});

test("one key fifty times in parallel is one claim and one answer", async () => {
  await using db = await testDatabase();
  const { once } = await callerOf(db);
  const settled = await Promise.allSettled(Array.from({ length: 50 }, () => recordDealClaimOnce(once)));
  const answered = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(new Set(answered.map((one) => one.body)).size).toBe(1);
  expect(new Set(refused)).toEqual(new Set(["request-in-flight"]));
  expect(await db.read.select().from(dealClaims)).toHaveLength(1);
  expect(await recordDealClaimOnce(once)).toEqual({ ...answered[0], repeated: true });
});

test("two nodes that get one key at the same time give one answer", async () => {
  await using db = await testDatabase();
  const { once } = await callerOf(db);
  // Another name for the same database: as in another process, nobody knows of the other's requests.
  const nodes = Array.from({ length: 8 }, (): Once => ({ ...once, db: { ...db } }));
  const answers = await Promise.all(nodes.map((node) => recordDealClaimOnce(node)));
  expect(new Set(answers.map((one) => one.body)).size).toBe(1);
  expect(answers.filter((one) => !one.repeated)).toHaveLength(1);
  expect(await db.read.select().from(dealClaims)).toHaveLength(1);
});

test("one key for two people on two nodes is one claim", async () => {
  await using db = await testDatabase();
  const { once } = await callerOf(db);
  const rival = await makePerson(db);
  const releaseId = (await makeRelease(db, { publishedAt: 1 })).id;
  await certify(db, { personId: rival.id, releaseId, validFrom: 1, validUntil: now + 1 });
  const idempotency = { ...once.idempotency, requestHash: "h2" };
  const other: Once = { ...once, db: { ...db }, personId: rival.id, input: dealInput(), idempotency };
  const settled = await Promise.allSettled([recordDealClaimOnce(once), recordDealClaimOnce(other)]);
  expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(refused).toEqual(["idempotency-key-reused"]);
  expect(await db.read.select().from(dealClaims)).toHaveLength(1);
});
