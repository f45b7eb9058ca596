import { expect, test } from "vitest";
import type { Database } from "#app/platform/db.server.ts";
import { errorStatus } from "#app/platform/errors.ts";
import { expectProblem } from "./expect-problem.ts";
import { makePerson } from "./make-people.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const check = { method: "POST", url: "/api/v1/claim-rights/check" } as const;
const json = { "content-type": "application/json" };

test("what the API does not have is a problem document, with and without a key", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  for (const url of [
    "/api",
    "/api/",
    "/api/v1",
    "/api/v1/nothing",
    "/api/v2/reps/1/claim-right",
    "/api/v1/../../sign-in",
  ]) {
    for (const method of ["GET", "POST", "DELETE", "OPTIONS"] as const) {
      expectProblem(await made.server.inject({ method, url }), "not-found");
    }
  }
});

test("a known address names the methods it takes when it is asked with another", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const asked = [
    ["DELETE", "/api/v1/reps/1/claim-right", "GET, HEAD"],
    ["GET", "/api/v1/claim-rights/check", "POST"],
    ["PUT", "/api/v1/deal-claims", "POST"],
    ["PATCH", "/api/v1/deal-claims/1", "GET, HEAD"],
    ["POST", "/api/v1/openapi.json", "GET, HEAD"],
  ] as const;
  for (const [method, url, allow] of asked) {
    const answer = await made.server.inject({ method, url });
    expectProblem(answer, "method-not-allowed");
    expect(answer.headers.allow).toBe(allow);
  }
});

test("a body that cannot be read is refused by what is wrong with it", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const headers = await made.bearer("claim-right:read");
  const send = (payload: string, more: Record<string, string> = json) =>
    made.server.inject({ ...check, headers: { ...headers, ...more }, payload });
  expect(expectProblem(await send("{"), "bad-request").detail).toBe("The request's body is not JSON.");
  expect(expectProblem(await send(""), "bad-request").detail).toContain("body is empty");
  expectProblem(await send('{"__proto__":{"x":1}}'), "bad-request");
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"]) {
    expectProblem(await send("{}", { "content-type": type }), "unsupported-media-type");
  }
  expectProblem(await send(JSON.stringify({ employeeIds: ["x".repeat(2_000_000)] })), "payload-too-large");
});

test("values that cannot be used are named, each with a pointer and plain words", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const headers = await made.bearer("claim-right:read");
  const faults = async (payload: object) =>
    expectProblem(await made.server.inject({ ...check, headers, payload }), "validation-failed").errors;
  expect(await faults({ employeeIds: ["1", 2, ""], at: "yesterday", "a/b~c d": 1 })).toEqual([
    { in: "body", pointer: "#/employeeIds/1", detail: "This must be text." },
    { in: "body", pointer: "#/employeeIds/2", detail: "This must not be empty." },
    { in: "body", pointer: "#/at", detail: expect.stringContaining("ISO 8601") },
    { in: "body", pointer: "#/a~1b~0c%20d", detail: "There is no member of this name." },
  ]);
  expect(await faults({})).toEqual([{ in: "body", pointer: "#/employeeIds", detail: "This is required." }]);
  expect(await faults({ employeeIds: ["a\0b"] })).toEqual([
    { in: "body", pointer: "#/employeeIds/0", detail: "An employee id holds no such character." },
  ]);
  expect(await faults({ employeeIds: [] })).toEqual([
    { in: "body", pointer: "#/employeeIds", detail: "Give at least 1." },
  ]);
  expect(await faults([])).toEqual([{ in: "body", pointer: "#", detail: "This must be an object." }]);
  const long = await made.server.inject({ url: `/api/v1/reps/${"9".repeat(65)}/claim-right`, headers });
  expect(expectProblem(long, "validation-failed").errors).toEqual([
    { in: "path", pointer: "#/employeeId", detail: "At most 64 characters are taken." },
  ]);
});

test("an address that cannot be decoded is a problem document too", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const answer = await made.server.inject({ url: "/api/v1/reps/%E0%A4%A/claim-right" });
  expect(expectProblem(answer, "bad-request").detail).toContain("percent sign");
});

test("a failure of the server shows nothing of its cause, and the log has it without values", async () => {
  await using db = await testDatabase();
  const broken: Database = { ...db, read: Object.create(db.read) };
  await using made = makeServer(broken);
  const headers = await made.bearer("deal-claims:read");
  await made.server.ready();
  broken.read.select = () => {
    throw new Error("Failed query: select secret_column\nparams: top-secret");
  };
  const answer = await made.server.inject({ url: "/api/v1/deal-claims/1", headers });
  const body = expectProblem(answer, "internal");
  expect(answer.body).not.toMatch(/secret|query|select/);
  const line = made.log.find((one) => one.includes("request failed")) ?? "";
  expect(line).toContain(`"requestId":"${body.requestId}"`);
  expect(line).toContain("select secret_column");
  expect(line).not.toContain("top-secret");
});

test("a write of which nobody knows whether it happened is answered as that, with leave to retry", async () => {
  await using db = await testDatabase();
  class CommitUnknownError extends Error {
    override name = "CommitUnknownError";
  }
  const unsure: Database = { ...db, write: () => Promise.reject(new CommitUnknownError("disk")) };
  await using made = makeServer(db);
  await using unsureServer = makeServer(unsure);
  const headers = await made.bearer("deal-claims:write");
  const { employeeId } = await makePerson(db);
  const answer = await unsureServer.server.inject({
    method: "POST",
    url: "/api/v1/deal-claims",
    headers: { ...headers, "idempotency-key": "k" },
    payload: {
      employeeId,
      dealReference: "OPP-1",
      customerName: "Acme",
      customerCountry: "US",
      engagement: "direct_new_business",
      role: "lead",
    },
  });
  expectProblem(answer, "commit-unknown");
  expect(answer.headers["retry-after"]).toBe("2");
});

test("the type of every problem leads to what it means", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  for (const [code, status] of Object.entries(errorStatus)) {
    const answer = await made.server.inject({ url: `/problems/${code}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(`${code} (HTTP ${status})`);
  }
  expectProblem(await made.server.inject({ url: "/problems/toString" }), "not-found");
});
