import { setTimeout } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { type DrawingThreads, startDrawingThreads } from "#app/platform/drawing/drawing-threads.server.ts";
import type { DrawnPage, PageOrder } from "#app/platform/drawing/page-order.ts";
import { pageHandler } from "#app/platform/http/page-handler.ts";
import { loadPagesBuild } from "#app/platform/http/pages-build.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makePublished } from "./make-published.ts";

test("a thread draws a page as the server does, and says what fails", async () => {
  const { db: made, clock } = await makePublished(Date.UTC(2026, 2, 10, 15));
  await using db = made;
  const boss = await makePerson(db, { familyName: "Boss <b>", kind: "staff" });
  for (const country of ["US", "DE"]) await makePerson(db, { managerEmployeeId: boss.employeeId, country });
  await using pages = await makePages(db, { clock });
  const cookie = await pages.signedIn(boss.id);
  const built = await loadPagesBuild();
  const threads = startDrawingThreads(pages.app, built);

  /** The page as the server draws it, and what a thread would have been handed instead. */
  const drawHere = async (pattern: string) => {
    const orders: PageOrder[] = [];
    const page: { drawn: DrawnPage | null } = { drawn: null };
    const draw = (order: PageOrder) => {
      orders.push(order);
      return null;
    };
    const request = new Request(`http://localhost:3000${pattern}`, { headers: { cookie } });
    const context = {
      app: pages.app,
      nonce: "",
      requestId: "r",
      clientAddress: "",
      countDecision: () => {},
      page,
      draw,
    };
    await pageHandler(built.remix)(pattern)(request, context);
    const [order] = orders;
    if (!order || !page.drawn) throw new Error(`${pattern} was not drawn.`);
    return { order, body: page.drawn.body };
  };
  try {
    for (const pattern of ["/team", "/team/people", "/record", "/"]) {
      const { order, body } = await drawHere(pattern);
      await untilFree(threads, { ...order, pattern, encoding: null });
      expect(await threads.draw({ ...order, pattern, encoding: null })).toEqual({ body, encoding: null });
      const packed = await threads.draw({ ...order, pattern, encoding: "br" });
      expect(brotliDecompressSync(packed?.body ?? "").toString()).toBe(body);
    }
    const { order } = await drawHere("/team");
    const bad = {
      ...order,
      pattern: "/team",
      encoding: null,
      loaderData: { ...order.loaderData, "routes/manager/team": {} },
    };
    await expect(threads.draw(bad)).rejects.toThrow();
  } finally {
    await threads.close();
  }
});

test("who waits for a thread that ends is told so, and another takes its place", async () => {
  const ending =
    "export const routes = {}, assets = { routes: {} }, entry = { module: { drawOrder: () => process.exit(1) } }";
  const threads = startDrawingThreads({ log: createLogger("silent") }, { pages: `data:text/javascript,${ending}` });
  const location = { pathname: "/", search: "", hash: "", state: null, key: "" };
  const order: PageOrder = {
    ...{ url: "http://localhost/", locale: "en", nonce: "", statusCode: 200, location },
    ...{ loaderData: {}, actionData: null, matches: [] },
  };
  try {
    for (const _ of ["first", "second"]) {
      const { drawn } = await untilFree(threads, { ...order, pattern: "", encoding: null });
      await expect(drawn).rejects.toThrow("has ended");
      expect(threads.draw({ ...order, pattern: "", encoding: null })).toBeNull();
    }
  } finally {
    await threads.close();
  }
});

/** In an object, so that what is drawn is not awaited here: it may fail. */
async function untilFree(threads: DrawingThreads, order: Parameters<DrawingThreads["draw"]>[0]) {
  for (;;) {
    const drawn = threads.draw(order);
    if (drawn) return { drawn };
    await setTimeout(50);
  }
}
