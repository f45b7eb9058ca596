import type { AppContext } from "#app/platform/app-context.ts";
import { systemClock } from "#app/platform/clock.ts";
import { connect } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";

/** Works on the database of the bench with the real functions, and closes it. */
export async function withApp<T>(databaseUrl: string, work: (app: AppContext) => Promise<T>): Promise<T> {
  const env = readEnv({ DATABASE_URL: databaseUrl });
  const db = connect(databaseUrl);
  try {
    return await work({ env, db, clock: systemClock, log: createLogger("warn") });
  } finally {
    await db.close();
  }
}
