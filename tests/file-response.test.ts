import fastify from "fastify";
import { expect, test } from "vitest";
import { sendPage } from "#app/platform/http/send-page.ts";
import { fileResponse } from "#app/routes/work/file-response.ts";

test("a file is made no faster than it is taken, and when its reader goes away the making ends", async () => {
  let made = 0;
  let ended = false;
  async function* endless() {
    try {
      for (;;) {
        made += 1;
        yield new Uint8Array(64 * 1024);
        await new Promise((resume) => setImmediate(resume));
      }
    } finally {
      ended = true;
    }
  }
  const server = fastify();
  server.get("/", (_request, reply) =>
    sendPage(fileResponse({ name: "list 漢.csv", mediaType: "text/csv", pieces: endless() }), null, reply),
  );
  const url = await server.listen({ port: 0 });
  const gone = new AbortController();
  const answer = await fetch(url, { signal: gone.signal });
  expect(answer.headers.get("content-disposition")).toBe(
    "attachment; filename=\"list _.csv\"; filename*=UTF-8''list%20%E6%BC%A2.csv",
  );
  const reader = answer.body?.getReader();
  await reader?.read();
  // Nobody reads on: what is made stops at what the connection holds.
  const settled = async () => {
    const before = made;
    await new Promise((resume) => setTimeout(resume, 100));
    return made === before;
  };
  await expect.poll(settled, { timeout: 10_000 }).toBe(true);
  expect(ended).toBe(false);
  gone.abort();
  await expect.poll(() => ended).toBe(true);
  await server.close();
});
