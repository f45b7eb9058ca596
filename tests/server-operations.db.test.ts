import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#app/platform/db.server.ts";
import { migrationState } from "#app/platform/http/migrations-current.server.ts";
import { expectProblem } from "./expect-problem.ts";
import { makeRelease } from "./make-release.ts";
import { makeRemixBuild } from "./make-remix-build.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

test("a server is alive as long as it answers, and ready once content is published", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  expect((await made.server.inject({ url: "/healthz" })).json()).toEqual({ status: "alive" });
  const early = await made.server.inject({ url: "/readyz" });
  expect(expectProblem(early, "unavailable").reasons).toEqual([
    'No content is published: run "cleared content publish".',
  ]);
  await makeRelease(db);
  const ready = await made.server.inject({ url: "/readyz" });
  expect([ready.statusCode, ready.json()]).toEqual([200, { status: "ready" }]);
  made.server.lifecycle.draining = true;
  expect(expectProblem(await made.server.inject({ url: "/readyz" }), "unavailable").reasons).toEqual([
    "The server is stopping.",
  ]);
  expect((await made.server.inject({ url: "/healthz" })).statusCode).toBe(200);
});

test("a database that is behind, empty or silent makes a server unready, not dead", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const table = db.engine === "postgres" ? sql`drizzle.__drizzle_migrations` : sql`__drizzle_migrations`;
  const reasons = async (broken: Database) => {
    await using made = makeServer(broken);
    expect((await made.server.inject({ url: "/healthz" })).statusCode).toBe(200);
    return expectProblem(await made.server.inject({ url: "/readyz" }), "unavailable").reasons;
  };
  const silent = { ...db, ping: () => Promise.reject(new Error("connection refused")) };
  expect(await reasons(silent)).toEqual(["The database does not answer."]);
  expect(await migrationState(db)).toBe("current");
  // `returning` makes a statement one that answers rows, on both engines.
  await db.write(async (tx) => void (await db.rows(tx, sql`update ${table} set created_at = 1 returning id`)));
  expect(await migrationState(db)).toBe("behind");
  expect(await reasons(db)).toEqual(['The database is not up to date: run "cleared migrate".']);
  const missing = { ...db, rows: () => Promise.reject(new Error("no such table")) };
  expect(await migrationState(missing)).toBe("none");
});

test("metrics are for this machine, and for others with a key that has the scope", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const ask = (more: { remoteAddress?: string; headers?: Record<string, string> } = {}) =>
    made.server.inject({ url: "/metrics", ...more });
  for (const remoteAddress of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) {
    const answer = await ask({ remoteAddress });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toContain("text/plain");
    expect(answer.body).toContain("process_cpu_seconds_total");
  }
  expectProblem(await ask({ remoteAddress: "192.0.2.7" }), "bad-api-key");
  for (const header of ["x-forwarded-for", "forwarded", "via", "x-real-ip", "x-forwarded-host"]) {
    expectProblem(await ask({ headers: { [header]: "192.0.2.7" } }), "bad-api-key");
  }
  const other = await made.bearer("claim-right:read");
  expectProblem(await ask({ remoteAddress: "192.0.2.7", headers: other }), "missing-scope");
  const headers = await made.bearer("metrics:read");
  expect((await ask({ remoteAddress: "192.0.2.7", headers })).statusCode).toBe(200);
});

test("requests are measured by route pattern, never by address", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { remix: makeRemixBuild([{ path: "/lessons/:id", loader: () => null }]) });
  const headers = await made.bearer("claim-right:read");
  for (const url of ["/api/v1/reps/12345678/claim-right", "/lessons/secret-lesson?q=secret-query", "/secret-page"]) {
    await made.server.inject({ url, headers });
  }
  const { body } = await made.server.inject({ url: "/metrics" });
  const count = 'http_request_duration_seconds_count{method="GET",route=';
  expect(body).toContain(`${count}"/api/v1/reps/:employeeId/claim-right",status="2xx"} 1`);
  expect(body).toContain(`${count}"/lessons/:id",status="2xx"} 1`);
  expect(body).toContain(`${count}"/*",status="4xx"} 1`);
  expect(body).not.toMatch(/12345678|secret/);
});

test("a request keeps a sane id that it came with, and gets one otherwise", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const ask = async (id?: string) =>
    (await made.server.inject({ url: "/healthz", headers: id === undefined ? {} : { "x-request-id": id } })).headers[
      "x-request-id"
    ];
  expect(await ask("abc-1.2_3")).toBe("abc-1.2_3");
  for (const bad of ["x".repeat(65), "a b", 'a"b', undefined]) {
    expect(await ask(bad)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
});

test("an overloaded server refuses work and says when to come back, but answers its supervisors", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { limits: { eventLoopDelayMs: 1 }, remix: makeRemixBuild([{ path: "/home" }]) });
  await made.server.ready();
  const overloaded = async () => {
    const until = Date.now() + 1_300;
    // Keeps the event loop busy, so that the next sample of its delay is far above the limit.
    while (Date.now() < until) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
      await new Promise((resume) => setImmediate(resume));
    }
    return made.server.inject({ url: "/api/v1/openapi.json" });
  };
  await expect.poll(async () => (await overloaded()).statusCode, { timeout: 20_000 }).toBe(503);
  const answer = await made.server.inject({ url: "/api/v1/openapi.json" });
  expectProblem(answer, "unavailable");
  expect(answer.headers["retry-after"]).toBe("2");
  expect((await made.server.inject({ url: "/home" })).statusCode).toBe(503);
  expect((await made.server.inject({ url: "/healthz" })).statusCode).toBe(200);
  expect((await made.server.inject({ url: "/metrics" })).statusCode).toBe(200);
});
