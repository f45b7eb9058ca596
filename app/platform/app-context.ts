import type { Clock } from "./clock.ts";
import type { Database } from "./db.server.ts";
import type { Env } from "./env.server.ts";
import type { Logger } from "./logger.server.ts";

/** What is built once at start and handed to every function that needs the world. */
export type AppContext = {
  db: Database;
  clock: Clock;
  env: Env;
  log: Logger;
};
