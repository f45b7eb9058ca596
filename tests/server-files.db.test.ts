import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectProblem } from "./expect-problem.ts";
import { makeRemixBuild } from "./make-remix-build.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

test("pages and data are compressed, small answers are not; a resource keeps its own caching", async () => {
  await using db = await testDatabase();
  const text = "all work and no play ".repeat(500);
  const pages = makeRemixBuild([
    { path: "/long", loader: () => ({ text }) },
    {
      path: "/file",
      resource: true,
      loader: () =>
        new Response("x", { headers: { "content-type": "text/csv", "cache-control": "private, max-age=60" } }),
    },
    { path: "/bare", resource: true, loader: () => new Response("x", { headers: { "content-type": "text/csv" } }) },
  ]);
  await using made = makeServer(db, { remix: pages });
  for (const encoding of ["br", "gzip"]) {
    const page = await made.server.inject({ url: "/long", headers: { "accept-encoding": encoding } });
    expect(page.headers["content-encoding"]).toBe(encoding);
    expect(page.rawPayload.length).toBeLessThan(500);
    const data = await made.server.inject({ url: "/long.data", headers: { "accept-encoding": encoding } });
    expect(data.headers["content-encoding"]).toBe(encoding);
    expect(data.headers["cache-control"]).toBe("private, no-store");
  }
  expect((await made.server.inject({ url: "/long" })).headers["content-encoding"]).toBeUndefined();
  expect((await made.server.inject({ url: "/file" })).headers["cache-control"]).toBe("private, max-age=60");
  expect((await made.server.inject({ url: "/bare" })).headers["cache-control"]).toBe("private, no-store");
});

test("assets are kept for good and come packed as the build packed them; public files for an hour; pages cannot be shadowed", async () => {
  await using db = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "cleared-client-"));
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, ".vite"));
  writeFileSync(join(folder, "assets", "app-abc.js"), "plain");
  writeFileSync(join(folder, "assets", "app-abc.js.br"), "packed");
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, ".vite", "manifest.json"), "{}");
  await using made = makeServer(db, {
    clientDirectory: folder,
    remix: makeRemixBuild([{ path: "/home", loader: () => ({ said: "hello" }) }]),
  });
  const plain = await made.server.inject({ url: "/assets/app-abc.js" });
  expect([plain.statusCode, plain.body]).toEqual([200, "plain"]);
  expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(plain.headers["content-type"]).toContain("javascript");
  const packed = await made.server.inject({ url: "/assets/app-abc.js", headers: { "accept-encoding": "br" } });
  expect([packed.body, packed.headers["content-encoding"]]).toEqual(["packed", "br"]);
  expect(packed.headers.vary).toContain("accept-encoding");
  const icon = await made.server.inject({ url: "/favicon.svg" });
  expect(icon.headers["cache-control"]).toBe("public, max-age=3600");
  expect(icon.headers["content-security-policy"]).toContain("default-src 'none'");
  expectProblem(await made.server.inject({ url: "/assets/missing.js" }), "not-found");
  for (const url of ["/assets/..%2f.vite/manifest.json", "/.vite/manifest.json"]) {
    expect((await made.server.inject({ url })).statusCode, url).not.toBe(200);
  }
  expect((await made.server.inject({ url: "/home" })).body).toContain("hello");
  rmSync(folder, { recursive: true });
});
