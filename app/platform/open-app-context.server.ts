import type { AppContext } from "./app-context.ts";
import { systemClock } from "./clock.ts";
import { connect } from "./db.server.ts";
import { readEnv } from "./env.server.ts";
import { createLogger } from "./logger.server.ts";

/** Builds what everything else is handed, from the process's environment. Throws when the environment is not usable. */
export async function openAppContext(): Promise<AppContext> {
  const env = readEnv();
  return { env, clock: systemClock, db: connect(env.databaseUrl), log: createLogger(env.logLevel) };
}
