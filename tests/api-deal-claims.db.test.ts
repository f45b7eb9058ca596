import { expect, test } from "vitest";
import { claimRefusals, type Database, dealClaims, holds, idempotencyKeys } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { claimRefusal, dealClaim } from "#app/routes/api/api-schemas.ts";
import { expectProblem } from "./expect-problem.ts";
import { makePerson } from "./make-people.ts";
import { type MadeServer, makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

type Sent = { payload?: object; key?: string | null; requestId?: string; backwards?: boolean };

function reversed(body: object, backwards: boolean): object {
  return backwards ? Object.fromEntries(Object.entries(body).reverse()) : body;
}

/** A server, a key that may claim and read, a person, and how to claim for them. */
async function makeClaimant(made: MadeServer, db: Database) {
  const headers = await made.bearer("deal-claims:write", "deal-claims:read");
  const person = await makePerson(db);
  const body = {
    employeeId: person.employeeId,
    dealReference: "OPP-1",
    customerName: "Acme",
    customerCountry: "us",
    engagement: "direct_new_business",
    role: "lead",
  };
  const claim = ({ payload = {}, key = newId(), requestId, backwards = false }: Sent = {}) =>
    made.server.inject({
      method: "POST",
      url: "/api/v1/deal-claims",
      headers: {
        ...headers,
        ...(key === null ? {} : { "idempotency-key": key }),
        ...(requestId ? { "x-request-id": requestId } : {}),
      },
      payload: reversed({ ...body, ...payload }, backwards),
    });
  return { headers, person, body, claim };
}

async function hold(db: Database, personId: string) {
  const row = { id: newId(), personId, caseReference: "C-1", reason: "test", openedAt: 0, openedBy: "test" };
  await db.write(async (tx) => {
    await tx.insert(holds).values({ ...row, liftedAt: null, liftedBy: null, liftReason: null });
  });
}

test("a claim is recorded with its decision and can be read at its location", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const { claim, headers, person } = await makeClaimant(made, db);
  const answer = await claim();
  expect(answer.statusCode).toBe(201);
  expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(answer.headers["idempotent-replayed"]).toBeUndefined();
  const recorded = dealClaim.strict().parse(answer.json());
  expect(recorded).toMatchObject({
    employeeId: person.employeeId,
    dealReference: "OPP-1",
    customerCountry: "US",
    role: "lead",
    channel: "api",
    partnerFirm: null,
    decision: { outcome: "allow", reasons: ["NOT_YET_REQUIRED"] },
  });
  expect(answer.headers.location).toBe(`http://localhost:3000/api/v1/deal-claims/${recorded.id}`);
  const read = await made.server.inject({ url: `/api/v1/deal-claims/${recorded.id}`, headers });
  expect(dealClaim.strict().parse(read.json())).toEqual(recorded);
  const [row] = await db.read.select().from(dealClaims);
  expect(row?.apiKeyId).not.toBeNull();
  expectProblem(await made.server.inject({ url: `/api/v1/deal-claims/${newId()}`, headers }), "not-found");
});

test("the same key and request are answered byte for byte as the first time, whatever has changed since", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const { claim, person } = await makeClaimant(made, db);
  const first = await claim({ key: "k-1" });
  await hold(db, person.id);
  const again = await claim({ key: "k-1" });
  expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body]);
  expect(again.headers["idempotent-replayed"]).toBe("true");
  expect(again.headers.location).toBe(first.headers.location);
  // The same request in another order of members is the same request.
  expect((await claim({ key: "k-1", backwards: true })).headers["idempotent-replayed"]).toBe("true");
  const refused = await claim({ key: "k-2", payload: { dealReference: "OPP-2" }, requestId: "first" });
  const refusedAgain = await claim({ key: "k-2", payload: { dealReference: "OPP-2" }, requestId: "second" });
  expect(refused.statusCode).toBe(403);
  expect([refusedAgain.statusCode, refusedAgain.body]).toEqual([403, refused.body]);
  expect(refusedAgain.headers).toMatchObject({
    "idempotent-replayed": "true",
    "content-type": "application/problem+json; charset=utf-8",
    "x-request-id": "second",
  });
  expect(await db.read.select().from(dealClaims)).toHaveLength(1);
  expect(await db.read.select().from(claimRefusals)).toHaveLength(1);
});

test("a key that came with another request is refused, the key of another caller is not", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const one = await makeClaimant(made, db);
  const two = await makeClaimant(made, db);
  await one.claim({ key: "k-1" });
  expectProblem(await one.claim({ key: "k-1", payload: { customerName: "Other" } }), "idempotency-key-reused");
  expect((await two.claim({ key: "k-1", payload: { dealReference: "OPP-2" } })).statusCode).toBe(201);
});

test("a claim without a usable key is refused before it is looked at", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const { claim } = await makeClaimant(made, db);
  for (const key of [null, "", "two words", "ü", "x".repeat(256)]) {
    expectProblem(await claim({ key }), "idempotency-key-missing");
  }
  expect((await claim({ key: "!".repeat(255) })).statusCode).toBe(201);
  expect(await db.read.select().from(dealClaims)).toHaveLength(1);
});

test("fifty at once with one key make one claim; each is answered the same or told to wait", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const { claim } = await makeClaimant(made, db);
  const answers = await Promise.all(Array.from({ length: 50 }, () => claim({ key: "k-1" })));
  const done = answers.filter((answer) => answer.statusCode === 201);
  expect(done.length).toBeGreaterThan(0);
  expect(new Set(done.map((answer) => answer.body)).size).toBe(1);
  for (const answer of answers.filter((one) => one.statusCode !== 201)) {
    expectProblem(answer, "request-in-flight");
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  }
  expect(await db.read.select().from(dealClaims)).toHaveLength(1);
  expect(await db.read.select().from(idempotencyKeys)).toHaveLength(1);
});

test("a refusal carries the reason, the clause and the whole decision, and is counted", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const { claim, person } = await makeClaimant(made, db);
  const partnerLeads = await claim({ payload: { engagement: "partner_new_business", partnerFirm: "Partner Ltd" } });
  expectProblem(partnerLeads, "claim-refused");
  expect(claimRefusal.strict().parse(partnerLeads.json())).toMatchObject({
    reason: { code: "PARTNER_LEADS", clause: "ROE-2.1" },
    ownClaimId: null,
    decision: { outcome: "allow", employeeId: person.employeeId },
  });
  await claim();
  const taken = claimRefusal.parse((await claim({ payload: { dealReference: "opp-1" } })).json());
  const [own] = await db.read.select().from(dealClaims);
  expect(taken).toMatchObject({ reason: { code: "DEAL_RING_FENCED", clause: "ROE-2.4" }, ownClaimId: own?.id });
  await hold(db, person.id);
  const onHold = claimRefusal.parse((await claim({ payload: { dealReference: "OPP-3" } })).json());
  expect(onHold).toMatchObject({
    reason: { code: "ON_HOLD", clause: "ROE-8.1" },
    decision: { outcome: "deny", allowed: false, whoCanUnblock: [{ role: "program_office" }] },
  });
  const { body } = await made.server.inject({ url: "/metrics" });
  expect(body).toContain('cleared_claim_decisions_total{outcome="allow"} 1');
  expect(body).toContain('cleared_claim_decisions_total{outcome="deny"} 3');
});

test("a claim for somebody whom nobody knows is refused, and goes through once they are known", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const { claim } = await makeClaimant(made, db);
  const refused = await claim({ key: "k-1", payload: { employeeId: "late" } });
  expectProblem(refused, "claim-refused");
  expect(claimRefusal.strict().parse(refused.json())).toMatchObject({
    refusalId: null,
    reason: { code: "UNKNOWN_PERSON", clause: null },
    decision: { outcome: "deny", employeeId: "late", reasons: [{ code: "UNKNOWN_PERSON" }] },
  });
  await makePerson(db, { employeeId: "late" });
  expect((await claim({ key: "k-1", payload: { employeeId: "late" } })).statusCode).toBe(201);
});

test("what a claim must name is asked for in the words of the form, each thing once", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const { claim } = await makeClaimant(made, db);
  const faults = async (payload: object) => expectProblem(await claim({ payload }), "validation-failed").errors;
  expect(await faults({ engagement: "subcontracted" })).toEqual([
    { in: "body", pointer: "#/partnerFirm", detail: "Name the partner firm." },
  ]);
  expect(await faults({ engagement: "installed_base", customerCountry: "XX", dealReference: "a b", extra: 1 })).toEqual(
    expect.arrayContaining([
      { in: "body", pointer: "#/customerCountry", detail: expect.stringContaining("country") },
      { in: "body", pointer: "#/dealReference", detail: expect.stringContaining("letters") },
      { in: "body", pointer: "#/extra", detail: "There is no member of this name." },
    ]),
  );
  const pointers = ((await faults({ engagement: "installed_base", dealReference: "" })) as { pointer: string }[]).map(
    (fault) => fault.pointer,
  );
  expect(new Set(pointers).size).toBe(pointers.length);
  expect(await db.read.select().from(claimRefusals)).toHaveLength(0);
});
