import { expect, test } from "vitest";
import { expectProblem } from "./expect-problem.ts";
import { makeRemixBuild } from "./make-remix-build.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const home = { path: "/home", loader: () => ({ said: "hello" }) };

test("a page comes with a strict policy, whose nonce is new each time and is the one in the page", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { remix: makeRemixBuild([home]) });
  const nonces = new Set<string>();
  for (let n = 0; n < 5; n++) {
    const answer = await made.server.inject({ url: "/home" });
    expect(answer.statusCode).toBe(200);
    const nonce = /nonce="([^"]+)"/.exec(answer.body)?.[1] ?? "";
    nonces.add(nonce);
    expect(answer.headers["content-security-policy"]).toBe(
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; connect-src 'self'; img-src 'self' data:; ` +
        "font-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(answer.headers).toMatchObject({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    expect(answer.headers["strict-transport-security"]).toBeUndefined();
    expect(answer.headers["x-powered-by"]).toBeUndefined();
  }
  expect(nonces.size).toBe(5);
  for (const nonce of nonces) expect(Buffer.from(nonce, "base64")).toHaveLength(16);
});

test("a page is found however its address is written, and what no page is named for goes to the page for the rest", async () => {
  await using db = await testDatabase();
  const said = (name: string) => () => new Response(name);
  const pages = ["/home", "/files/:name", "/files/new", "/*"].map((path) => ({
    path,
    loader: said(path),
    resource: true,
  }));
  await using made = makeServer(db, { remix: makeRemixBuild(pages) });
  const at = async (url: string) => (await made.server.inject({ url })).body;
  for (const url of ["/home", "/home/", "/HOME", "/%68ome", "/home?a=1"]) expect(await at(url)).toBe("/home");
  for (const url of ["/files/new", "/files/%6Eew"]) expect(await at(url)).toBe("/files/new");
  for (const url of ["/files/a%2Fb", "/files/old"]) expect(await at(url)).toBe("/files/:name");
  for (const url of ["/homes", "/files/a/b", "//home"]) expect(await at(url)).toBe("/*");
});

test("only a server that people reach over HTTPS tells browsers to stay there", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { env: { origin: "https://cleared.example" }, remix: makeRemixBuild([home]) });
  const answer = await made.server.inject({ url: "/home" });
  expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000");
});

test("loaders are handed the context, the caller's address and a request that stops when the caller is gone", async () => {
  await using db = await testDatabase();
  const seen: Record<string, unknown> = {};
  const page = {
    path: "/look",
    loader: ({ context, request }: { context: import("@remix-run/node").AppLoadContext; request: Request }) => {
      Object.assign(seen, {
        sameDb: context.app.db === db,
        requestId: context.requestId,
        address: context.clientAddress,
        url: request.url,
        cookie: request.headers.get("cookie"),
        stopped: request.signal.aborted,
      });
      context.countDecision("allow_in_grace");
      return null;
    },
  };
  await using made = makeServer(db, { remix: makeRemixBuild([page]) });
  await made.server.inject({ url: "/look?a=1", headers: { "x-request-id": "r-1", cookie: "s=1" } });
  expect(seen).toEqual({
    sameDb: true,
    requestId: "r-1",
    address: "127.0.0.1",
    url: "http://localhost:3000/look?a=1",
    cookie: "s=1",
    stopped: false,
  });
  expect((await made.server.inject({ url: "/metrics" })).body).toContain('decisions_total{outcome="allow_in_grace"} 1');
});

test("an address never takes its host from the caller", async () => {
  await using db = await testDatabase();
  const urls: string[] = [];
  const page = { path: "/*", loader: ({ request }: { request: Request }) => urls.push(request.url) };
  await using made = makeServer(db, { remix: makeRemixBuild([page]) });
  await made.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = made.server.server.address() as { port: number };
  const { request } = await import("node:http");
  const ask = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = { host: "evil.example", "x-forwarded-host": "evil.example" };
      const sent = request({ port, host: "127.0.0.1", path, headers }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
      });
      sent.on("error", reject).end();
    });
  await ask("//evil.example/x");
  await ask("/x");
  expect(await ask("http://evil.example/x")).not.toBe(200);
  expect(urls).toEqual(["http://localhost:3000//evil.example/x", "http://localhost:3000/x"]);
});

test("several cookies stay several headers, and an action's redirect arrives as one", async () => {
  await using db = await testDatabase();
  const action = () => {
    const headers = new Headers({ location: "/home" });
    headers.append("set-cookie", "a=1; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT");
    headers.append("set-cookie", "b=2; Path=/");
    return new Response(null, { status: 302, headers });
  };
  await using made = makeServer(db, { remix: makeRemixBuild([{ path: "/go", action }]) });
  const answer = await made.server.inject({
    method: "POST",
    url: "/go",
    headers: { origin: "http://localhost:3000", "content-type": "application/x-www-form-urlencoded" },
    payload: "x=1",
  });
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe("/home");
  expect(answer.headers["set-cookie"]).toEqual(["a=1; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2; Path=/"]);
});

const origin = "http://localhost:3000";
const here = { host: "127.0.0.1:3000" };
test.each([
  ["the configured origin", { ...here, origin }, 200],
  ["the origin it was addressed by", { ...here, origin: "http://127.0.0.1:3000" }, 200],
  ["the configured origin behind a proxy that rewrites the host", { host: "internal:8080", origin }, 200],
  ["fetch metadata alone", { ...here, "sec-fetch-site": "same-origin" }, 200],
  ["a referer alone", { ...here, referer: "http://127.0.0.1:3000/home" }, 200],
  ["another origin", { ...here, origin: "https://evil.example" }, 403],
  [
    "another origin that forwards our host",
    { ...here, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    403,
  ],
  ["an opaque origin", { ...here, origin: "null" }, 403],
  ["a cross-site request", { ...here, "sec-fetch-site": "cross-site" }, 403],
  ["nothing", here, 403],
])("a form with %s", async (_name, headers, status) => {
  await using db = await testDatabase();
  let ran = 0;
  const action = async ({ request }: { request: Request }) => {
    ran += 1;
    return new Response((await request.formData()).get("name")?.toString() ?? "");
  };
  await using made = makeServer(db, { remix: makeRemixBuild([{ path: "/form", action, resource: true }]) });
  for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
    const answer = await made.server.inject({
      method,
      url: "/form",
      headers: { ...headers, accept: "text/html", "content-type": "application/x-www-form-urlencoded" },
      payload: "name=Ada",
    });
    expect([method, answer.statusCode]).toEqual([method, status]);
    expect(answer.body).toContain(status === 200 ? "Ada" : "not sent from one of our own pages");
  }
  expect(ran).toBe(status === 200 ? 4 : 0);
});

test("a form goes through behind a proxy whose headers name hosts of its own", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { remix: makeRemixBuild([{ path: "/form", action: () => null }]) });
  for (const url of ["/form", "/form.data"]) {
    const answer = await made.server.inject({
      method: "POST",
      url,
      headers: {
        origin,
        host: "internal:8080",
        "x-forwarded-host": "internal:8080",
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: "x=1",
    });
    expect([url, answer.statusCode]).toEqual([url, 200]);
  }
});

test("a form that is too large is refused before the action runs, as a page for people and a document for scripts", async () => {
  await using db = await testDatabase();
  let ran = 0;
  const action = () => {
    ran += 1;
    return new Response("");
  };
  await using made = makeServer(db, { remix: makeRemixBuild([{ path: "/form", action, resource: true }]) });
  const send = (url: string, accept: string, size: number) =>
    made.server.inject({
      method: "POST",
      url,
      headers: { origin, accept, "content-type": "application/x-www-form-urlencoded", "x-request-id": "<b>" },
      payload: `x=${"y".repeat(size - 2)}`,
    });
  expect((await send("/form", "text/html", 65_536)).statusCode).toBe(200);
  const page = await send("/form", "text/html,*/*", 65_537);
  expect([page.statusCode, page.headers["content-type"]]).toEqual([413, "text/html; charset=utf-8"]);
  expect(page.body).toContain("<h1>The request is too large</h1>");
  expect(page.body).not.toContain("<b>");
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  expectProblem(await send("/form", "*/*", 65_537), "payload-too-large");
  expectProblem(await send("/form.data", "text/html", 65_537), "payload-too-large");
  expect(ran).toBe(1);
});

test("a page's failure before rendering is a plain page that tells nothing of its cause", async () => {
  await using db = await testDatabase();
  const render = () => {
    throw new Error("secret");
  };
  await using made = makeServer(db, { remix: makeRemixBuild([home], render) });
  const answer = await made.server.inject({ url: "/home", headers: { accept: "text/html" } });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain("secret");
});
