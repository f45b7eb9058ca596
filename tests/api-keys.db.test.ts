import { expect, test } from "vitest";
import { type ApiScope, apiScopes } from "#app/features/access/api-scopes.ts";
import { createApiKey } from "#app/features/access/create-api-key.server.ts";
import { listApiKeys } from "#app/features/access/list-api-keys.server.ts";
import { revokeApiKey } from "#app/features/access/revoke-api-key.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { apiKeys } from "#app/platform/db.server.ts";
import { expectProblem } from "./expect-problem.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const routes: { method: "GET" | "POST"; url: string; scope: ApiScope }[] = [
  { method: "GET", url: "/api/v1/reps/1/claim-right", scope: "claim-right:read" },
  { method: "POST", url: "/api/v1/claim-rights/check", scope: "claim-right:read" },
  { method: "POST", url: "/api/v1/deal-claims", scope: "deal-claims:write" },
  { method: "GET", url: "/api/v1/deal-claims/1", scope: "deal-claims:read" },
];

test("every route asks for a key before it looks at anything else", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  for (const { method, url } of routes) {
    const without = await made.server.inject({ method, url });
    expectProblem(without, "bad-api-key");
    expect(without.headers["www-authenticate"]).toBe('Bearer realm="cleared"');
    for (const authorization of ["Bearer clr_unknown", "bearer x", "Bearer  clr_x"]) {
      const answer = await made.server.inject({ method, url, headers: { authorization } });
      expectProblem(answer, "bad-api-key");
      expect(answer.headers["www-authenticate"]).toBe('Bearer realm="cleared", error="invalid_token"');
    }
    for (const authorization of ["Basic Y2xyOng=", "Bearer", "Bearer ", "clr_x", "Bearer a b"]) {
      expectProblem(await made.server.inject({ method, url, headers: { authorization } }), "bad-api-key");
    }
  }
});

test("a key may do what its scopes say and nothing else", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  for (const held of Object.keys(apiScopes) as ApiScope[]) {
    const headers = await made.bearer(held);
    for (const { method, url, scope } of routes) {
      const answer = await made.server.inject({ method, url, headers });
      if (scope === held) {
        expect([200, 400, 404, 422], `${held} ${url}`).toContain(answer.statusCode);
        continue;
      }
      const body = expectProblem(answer, "missing-scope");
      expect(body.scope).toBe(scope);
      expect(body.detail).toContain(scope);
      expect(answer.headers["www-authenticate"]).toBe(
        `Bearer realm="cleared", error="insufficient_scope", scope="${scope}"`,
      );
    }
  }
});

test("a key works until it is revoked, and the next request is refused", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const { token } = await createApiKey({ db, clock: systemClock, name: "crm", scopes: ["claim-right:read"] });
  const ask = () =>
    made.server.inject({ url: "/api/v1/reps/1/claim-right", headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).statusCode).toBe(200);
  await revokeApiKey({ db, clock: systemClock, name: "crm" });
  expectProblem(await ask(), "bad-api-key");
});

test("a key is stored as its hash, and its name is free again once it is revoked", async () => {
  await using db = await testDatabase();
  const make = () =>
    createApiKey({ db, clock: systemClock, name: "crm", scopes: ["claim-right:read", "claim-right:read"] });
  const { token } = await make();
  expect(token).toMatch(/^clr_[A-Za-z0-9_-]{43}$/);
  expect(JSON.stringify(await db.read.select().from(apiKeys))).not.toContain(token.slice(12));
  await expect(make()).rejects.toThrow("already");
  await revokeApiKey({ db, clock: systemClock, name: "crm" });
  await expect(revokeApiKey({ db, clock: systemClock, name: "crm" })).rejects.toThrow("no key");
  await make();
  const keys = await listApiKeys(db.read);
  expect(keys.map(({ name, scopes, revokedAt }) => [name, scopes, revokedAt === null])).toEqual([
    ["crm", ["claim-right:read"], false],
    ["crm", ["claim-right:read"], true],
  ]);
  expect(JSON.stringify(keys)).not.toContain("keyHash");
});

test("ten tries to take one name at once make one key", async () => {
  await using db = await testDatabase();
  const tries = Array.from({ length: 10 }, () =>
    createApiKey({ db, clock: systemClock, name: "crm", scopes: ["claim-right:read"] }),
  );
  const settled = await Promise.allSettled(tries);
  expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("the last use of a key is noted at most once a minute", async () => {
  await using db = await testDatabase();
  let now = 1_000_000;
  let writes = 0;
  const write: typeof db.write = (run, options) => {
    writes += 1;
    return db.write(run, options);
  };
  const counting: typeof db = { ...db, write };
  await using made = makeServer(counting, { clock: { now: () => now } });
  const headers = await made.bearer("claim-right:read");
  writes = 0;
  const ask = () => made.server.inject({ url: "/api/v1/reps/1/claim-right", headers });
  for (let n = 0; n < 5; n++) await ask();
  await expect.poll(async () => (await listApiKeys(db.read))[0]?.lastUsedAt).toBe(1_000_000);
  now += 59_999;
  await ask();
  expect((await listApiKeys(db.read))[0]?.lastUsedAt).toBe(1_000_000);
  expect(writes).toBe(1);
  now += 1;
  await ask();
  await expect.poll(async () => (await listApiKeys(db.read))[0]?.lastUsedAt).toBe(1_060_000);
  expect(writes).toBe(2);
});

test("too many requests of one key are refused, another key is not, and the minute after it goes on", async () => {
  await using db = await testDatabase();
  let now = 0;
  await using made = makeServer(db, { clock: { now: () => now }, limits: { requestsPerKey: 3 } });
  const [one, two] = [await made.bearer("claim-right:read"), await made.bearer("claim-right:read")];
  const ask = (headers: { authorization: string }) =>
    made.server.inject({ url: "/api/v1/reps/1/claim-right", headers });
  for (let n = 0; n < 3; n++) expect((await ask(one)).statusCode).toBe(200);
  const refused = await ask(one);
  expectProblem(refused, "too-many-requests");
  expect(refused.headers["retry-after"]).toBe("60");
  expect((await ask(two)).statusCode).toBe(200);
  now = 60_000;
  expect((await ask(one)).statusCode).toBe(200);
});

test("who guesses keys is slowed down by address, who has one at that address is not", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { limits: { requestsPerAddress: 3 } });
  const guess = () =>
    made.server.inject({ url: "/api/v1/reps/1/claim-right", headers: { authorization: "Bearer clr_guess" } });
  for (let n = 0; n < 3; n++) expectProblem(await guess(), "bad-api-key");
  const refused = await guess();
  expectProblem(refused, "too-many-requests");
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  const headers = await made.bearer("claim-right:read");
  expect((await made.server.inject({ url: "/api/v1/reps/1/claim-right", headers })).statusCode).toBe(200);
});
