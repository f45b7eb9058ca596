import { expect, test } from "vitest";
import { type Database, holds, waves } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { claimRight, claimRights } from "#app/routes/api/api-schemas.ts";
import { expectProblem } from "./expect-problem.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const march = Date.UTC(2026, 2, 1, 9);
const day = 86_400_000;

/** Rules in force since March for every rep, with a fortnight of grace. */
async function enforceRules(db: Database) {
  const release = await makeRelease(db);
  const wave = {
    id: newId(),
    programId: "rules-of-engagement",
    editionId: release.editionId,
    countries: null,
    kinds: ["rep" as const],
    effectiveAt: march,
    graceDays: 14,
    mode: "enforce" as const,
    createdAt: 0,
    createdBy: "test",
    withdrawnAt: null,
  };
  await db.write(async (tx) => void (await tx.insert(waves).values(wave)));
  return release;
}

test("a refusal of the gate is a whole answer: why, what is missing, when, by whom", async () => {
  await using db = await testDatabase();
  const release = await enforceRules(db);
  const now = march + 20 * day;
  await using made = makeServer(db, { clock: { now: () => now } });
  const headers = await made.bearer("claim-right:read");
  const boss = await makePerson(db, { givenName: "Grace", familyName: "Boss" });
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId });
  const answer = await made.server.inject({ url: `/api/v1/reps/${rep.employeeId}/claim-right`, headers });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  const body = claimRight.strict().parse(answer.json());
  expect(body).toMatchObject({
    employeeId: rep.employeeId,
    allowed: false,
    outcome: "deny",
    reasons: [{ code: "NOT_CERTIFIED", clause: "ROE-1.3", link: "http://localhost:3000/rules/2011-07#ROE-1.3" }],
    asOf: new Date(now).toISOString(),
    validUntil: null,
    edition: { id: release.editionId, releaseId: release.id },
    effectiveAt: "2026-03-01T09:00:00.000Z",
    graceEndsAt: "2026-03-15T09:00:00.000Z",
    minutesLeft: 39,
    earliestPossibleAt: new Date(now + 39 * 60_000).toISOString(),
    whoCanUnblock: [{ role: "manager", name: "Grace Boss" }, { role: "program_office" }],
  });
  expect(body.missingSteps).toEqual([
    { title: "Lesson 1", minutes: 6, link: "http://localhost:3000/program/lessons/first-module" },
    { title: "Lesson 2", minutes: 6, link: "http://localhost:3000/program/lessons/second-module" },
    { title: "Assessment", minutes: 25, link: "http://localhost:3000/assessment" },
    { title: "Sign that you will keep the rules", minutes: 2, link: "http://localhost:3000/attestation" },
  ]);
});

test("the gate answers for the past, the present and the future, in any offset", async () => {
  await using db = await testDatabase();
  await enforceRules(db);
  await using made = makeServer(db, { clock: { now: () => march + 5 * day } });
  const headers = await made.bearer("claim-right:read");
  const { employeeId } = await makePerson(db);
  const ask = async (at: string) => {
    const query = at && `?at=${encodeURIComponent(at)}`;
    return (await made.server.inject({ url: `/api/v1/reps/${employeeId}/claim-right${query}`, headers })).json();
  };
  expect(await ask("")).toMatchObject({ outcome: "allow_in_grace", asOf: "2026-03-06T09:00:00.000Z" });
  expect(await ask("2026-02-01T00:00:00Z")).toMatchObject({ outcome: "allow", asOf: "2026-02-01T00:00:00.000Z" });
  expect(await ask("2026-04-01T02:00:00.5+02:00")).toMatchObject({ outcome: "deny", asOf: "2026-04-01T00:00:00.500Z" });
  expect(await ask("2026-03-15T08:59:59.999Z")).toMatchObject({ outcome: "allow_in_grace" });
  expect(await ask("2026-03-15T09:00:00Z")).toMatchObject({ outcome: "deny" });
});

test.each([
  "yesterday",
  "2026-03-01",
  "2026-03-01T09:00:00",
  "2026-02-30T09:00:00Z",
  "1767225600000",
  "",
  "2026-03-01T09:00:00 01:00",
])("the instant %j is refused with what to write instead", async (at) => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const headers = await made.bearer("claim-right:read");
  const answer = await made.server.inject({
    url: `/api/v1/reps/1/claim-right?at=${encodeURIComponent(at)}`,
    headers,
  });
  expect(expectProblem(answer, "validation-failed").errors).toEqual([
    { in: "query", pointer: "#/at", detail: expect.stringContaining("such as 2026-03-01T09:00:00Z") },
  ]);
});

test("somebody whom nobody knows is answered like anybody else", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const headers = await made.bearer("claim-right:read");
  const answer = await made.server.inject({ url: "/api/v1/reps/..%2Fnobody/claim-right", headers });
  expect(answer.statusCode).toBe(200);
  expect(claimRight.strict().parse(answer.json())).toMatchObject({
    employeeId: "../nobody",
    allowed: false,
    outcome: "deny",
    reasons: [{ code: "UNKNOWN_PERSON", clause: null, link: null }],
    missingSteps: [],
  });
});

test("1,000 people are answered in their order, once for each time they are named; 1,001 are refused", async () => {
  await using db = await testDatabase();
  await enforceRules(db);
  await using made = makeServer(db, { clock: { now: () => march + 30 * day } });
  const headers = await made.bearer("claim-right:read");
  const rep = await makePerson(db);
  const held = await makePerson(db);
  await db.write(async (tx) => {
    await tx.insert(holds).values({
      id: newId(),
      personId: held.id,
      caseReference: "C-1",
      reason: "test",
      openedAt: march,
      openedBy: "test",
      liftedAt: null,
      liftedBy: null,
      liftReason: null,
    });
  });
  const ids = Array.from({ length: 1000 }, (_, n) => [rep.employeeId, held.employeeId, "nobody"][n % 3]);
  const send = (employeeIds: unknown[], at?: string) =>
    made.server.inject({ method: "POST", url: "/api/v1/claim-rights/check", headers, payload: { employeeIds, at } });
  const { results } = claimRights.parse((await send(ids)).json());
  expect(results.map((one) => one.employeeId)).toEqual(ids);
  const reasons = ["NOT_CERTIFIED", "ON_HOLD", "UNKNOWN_PERSON"];
  expect(results.map((one) => one.reasons[0]?.code)).toEqual(ids.map((_, n) => reasons[n % 3]));
  expect(new Set(results.map((one) => one.decisionId)).size).toBe(1000);
  const past = claimRights.parse((await send([rep.employeeId], "2026-01-01T00:00:00Z")).json());
  expect(past.results[0]).toMatchObject({ outcome: "allow", asOf: "2026-01-01T00:00:00.000Z" });
  expect(expectProblem(await send([...ids, "one more"]), "validation-failed").errors).toEqual([
    { in: "body", pointer: "#/employeeIds", detail: "At most 1000 are taken." },
  ]);
});

test("a large answer is compressed for whoever can read it", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const headers = { ...(await made.bearer("claim-right:read")), "accept-encoding": "gzip, br" };
  const employeeIds = Array.from({ length: 100 }, (_, n) => `${n}`);
  const send = (ids: string[]) =>
    made.server.inject({ method: "POST", url: "/api/v1/claim-rights/check", headers, payload: { employeeIds: ids } });
  const large = await send(employeeIds);
  expect(large.headers["content-encoding"]).toBe("br");
  expect(large.headers.vary).toContain("accept-encoding");
  expect(large.rawPayload.length).toBeLessThan(8_000);
  expect((await send(["1"])).headers["content-encoding"]).toBeUndefined();
});

test("the metrics count what the gate decided", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const headers = await made.bearer("claim-right:read");
  const { employeeId } = await makePerson(db);
  await made.server.inject({ url: `/api/v1/reps/${employeeId}/claim-right`, headers });
  await made.server.inject({
    method: "POST",
    url: "/api/v1/claim-rights/check",
    headers,
    payload: { employeeIds: ["a", "b"] },
  });
  const { body } = await made.server.inject({ url: "/metrics" });
  expect(body).toContain('cleared_claim_decisions_total{outcome="allow"} 1');
  expect(body).toContain('cleared_claim_decisions_total{outcome="deny"} 2');
});
