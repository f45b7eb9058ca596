import { Agent, request } from "node:http";
import { expect, test } from "vitest";
import { makePerson } from "./make-people.ts";
import { makeRemixBuild } from "./make-remix-build.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const origin = "http://localhost:3000";

test("each request is one line with method, pattern, status, time and id", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { remix: makeRemixBuild([{ path: "/attempts/:id", loader: () => null }]) });
  await made.server.inject({ url: "/attempts/17?x=1", headers: { "x-request-id": "r-1" } });
  await expect.poll(() => made.log.length).toBe(1);
  const { time, ms, ...line } = JSON.parse(made.log[0] ?? "");
  expect(line).toEqual({
    level: 30,
    requestId: "r-1",
    method: "GET",
    route: "/attempts/:id",
    status: 200,
    msg: "request",
  });
  expect([typeof time, typeof ms]).toEqual(["string", "number"]);
});

test("what a loader or a route logs carries the id of its request, also after the body was read", async () => {
  await using db = await testDatabase();
  const action = async ({
    request: form,
    context,
  }: {
    request: Request;
    context: import("@remix-run/node").AppLoadContext;
  }) => {
    await form.formData();
    context.app.log.info("in the action");
    return new Response("");
  };
  await using made = makeServer(db, { remix: makeRemixBuild([{ path: "/form", action, resource: true }]) });
  await made.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = made.server.server.address() as { port: number };
  // One connection for all, and each body in two parts: the second is read when the request has long begun.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { origin, "content-type": "application/x-www-form-urlencoded", "content-length": 40_000 };
  const send = (id: string) =>
    new Promise<void>((resolve, reject) => {
      const options = { port, host: "127.0.0.1", path: "/form", method: "POST", agent };
      const sent = request({ ...options, headers: { ...headers, "x-request-id": id } }, (answer) => {
        answer.resume().on("end", resolve);
      });
      sent.on("error", reject);
      sent.write("x".repeat(100));
      setTimeout(() => sent.end("x".repeat(39_900)), 30);
    });
  for (const id of ["r-1", "r-2", "r-3"]) await send(id);
  agent.destroy();
  const ids = made.log.filter((line) => line.includes("in the action")).map((line) => JSON.parse(line).requestId);
  expect(ids).toEqual(["r-1", "r-2", "r-3"]);
});

test("nothing that is secret or nobody's business is ever logged, even at the finest level", async () => {
  await using db = await testDatabase();
  const fail = () => {
    throw new Error("the page failed");
  };
  const pages = makeRemixBuild([
    {
      path: "/sign-in",
      action: () => new Response("", { headers: { "set-cookie": "session=secret-session" } }),
      resource: true,
    },
    { path: "/broken", action: fail, resource: true },
  ]);
  await using made = makeServer(db, { logLevel: "trace", remix: pages });
  const { employeeId } = await makePerson(db);
  const key = await made.bearer("deal-claims:write", "claim-right:read");
  const form = {
    method: "POST" as const,
    headers: {
      origin,
      cookie: "session=secret-cookie",
      authorization: "Basic secret-basic",
      "content-type": "application/x-www-form-urlencoded",
    },
    payload: "password=secret-password&answer=secret-answer",
  };
  await made.server.inject({ ...form, url: "/sign-in?token=secret-token" });
  await made.server.inject({ ...form, url: "/broken?token=secret-token" });
  await made.server.inject({
    ...form,
    url: "/sign-in",
    headers: { ...form.headers, origin: "https://secret-origin.example" },
  });
  await made.server.inject({ url: `/api/v1/reps/${employeeId}/claim-right?at=secret-at`, headers: key });
  await made.server.inject({
    url: "/api/v1/claim-rights/check",
    method: "POST",
    headers: key,
    payload: '{"secret-json',
  });
  await made.server.inject({
    url: "/api/v1/deal-claims",
    method: "POST",
    headers: { ...key, "idempotency-key": "secret-idempotency" },
    payload: {
      employeeId,
      dealReference: "SECRET-DEAL",
      customerName: "secret-customer",
      customerCountry: "US",
      engagement: "direct_new_business",
      role: "lead",
    },
  });
  await made.server.inject({ url: "/api/v1/reps/1/claim-right", headers: { authorization: "Bearer clr_secret-key" } });
  await expect.poll(() => made.log.length).toBeGreaterThanOrEqual(7);
  const all = made.log.join("");
  expect(all).not.toMatch(/secret/i);
  expect(all).not.toContain(key.authorization.slice("Bearer ".length));
  expect(all).not.toContain(employeeId);
});

test("a silent log costs no line", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { logLevel: "warn" });
  await made.server.inject({ url: "/healthz" });
  expect(made.log).toEqual([]);
});
