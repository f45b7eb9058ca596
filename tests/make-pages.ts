import type { FastifyInstance } from "fastify";
import { sessionKeeper } from "#app/features/accounts/session-keeper.server.ts";
import type { Clock } from "#app/platform/clock.ts";
import { systemClock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import type { DrawingThreads } from "#app/platform/drawing/drawing-threads.server.ts";
import { type Env, readEnv } from "#app/platform/env.server.ts";
import { loadPagesBuild } from "#app/platform/http/pages-build.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { buildClearedServer } from "#app/routes/api/build-cleared-server.server.ts";

type Visit = { cookie?: string; form?: Record<string, string>; address?: string };
type Answer = { status: number; body: string; location: string; cookie: string };

export type Pages = {
  visit: (path: string, visit?: Visit) => Promise<Answer>;
  /** The cookie of a new session of this person. */
  signedIn: (personId: string) => Promise<string>;
  app: Parameters<typeof sessionKeeper>[0];
  server: FastifyInstance;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** As if no thread were free, but an order that no thread could be handed fails its page. */
const drawing: DrawingThreads = {
  draw: (order) => {
    structuredClone(order);
    return null;
  },
  close: async () => {},
};

/** The built pages on a test's database, asked without a network. */
export async function makePages(
  db: Database,
  { clock = systemClock, env = {} }: { clock?: Clock; env?: Partial<Env> } = {},
): Promise<Pages> {
  const app = { db, clock, env: { ...readEnv({}), ...env }, log: createLogger("silent") };
  // A test machine is busy with other tests; a page is late there, not refused.
  const server = buildClearedServer(app, { ...(await loadPagesBuild()), drawing, limits: { eventLoopDelayMs: 0 } });
  const keeper = sessionKeeper(app);
  return {
    app,
    server,
    signedIn: async (personId) => {
      const session = await keeper.createSession(personId, {});
      return `${keeper.sessionCookieName}=${session.id}`;
    },
    visit: async (path, { cookie, form, address = "10.0.0.1" } = {}) => {
      const answer = await server.inject({
        method: form ? "POST" : "GET",
        url: path,
        remoteAddress: address,
        headers: {
          host: "localhost:3000",
          ...(cookie ? { cookie } : {}),
          ...(form ? { origin: app.env.origin, "content-type": "application/x-www-form-urlencoded" } : {}),
        },
        ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
      });
      const isPage = String(answer.headers["content-type"]).startsWith("text/html");
      // Without it browsers fall back to the ways of the nineties.
      if (isPage && !/^<!doctype html>/i.test(answer.body)) throw new Error(`${path} has no document type.`);
      return {
        status: answer.statusCode,
        body: answer.body,
        location: String(answer.headers.location ?? ""),
        cookie: String(answer.headers["set-cookie"] ?? "").split(";")[0] ?? "",
      };
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
