import type { FastifyInstance } from "fastify";
import type { ApiScope } from "#app/features/access/api-scopes.ts";
import { createApiKey } from "#app/features/access/create-api-key.server.ts";
import { type Clock, systemClock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { type Env, readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { buildClearedServer, type ClearedServerOptions } from "#app/routes/api/build-cleared-server.server.ts";

type Wanted = ClearedServerOptions & { clock?: Clock; env?: Partial<Env>; logLevel?: string };

export type MadeServer = {
  server: FastifyInstance;
  /** Every log line so far. */
  log: string[];
  /** Makes a key and answers the header that carries it. */
  bearer: (...scopes: ApiScope[]) => Promise<{ authorization: string }>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

let named = 0;

/** The whole server on a test's database: `await using made = makeServer(db)`; ask it with `server.inject`. */
export function makeServer(db: Database, wanted: Wanted = {}): MadeServer {
  const { clock = systemClock, env = {}, logLevel = "info", ...options } = wanted;
  const log: string[] = [];
  const context = {
    db,
    clock,
    env: { ...readEnv({}), ...env },
    log: createLogger(logLevel, { write: (line) => void log.push(line) }),
  };
  // A test machine is busy with other tests; a request is late there, not refused.
  const limits = { eventLoopDelayMs: 0, ...options.limits };
  const server = buildClearedServer(context, { ...options, limits });
  return {
    server,
    log,
    bearer: async (...scopes) => {
      named += 1;
      const { token } = await createApiKey({ db, clock, name: `key ${named}`, scopes });
      return { authorization: `Bearer ${token}` };
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
