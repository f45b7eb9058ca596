import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { atMost } from "./at-most.ts";
import { CommitUnknownError, type Database, type Handle, NestedWriteError } from "./database.ts";

const attemptsPerWrite = 12;
/** From this attempt on a write that keeps meeting others runs alone, so that it cannot be unlucky for ever. */
const firstAttemptAlone = 4;
/** How long it waits for those under way, in milliseconds; a long import must not hold up everybody behind it. */
const waitToBeAlone = 2000;
const connections = 16;
/** Each holds a connection for seconds, and what it waits for may need one too. */
const snapshotsAtOnce = 4;
/** Held shared by every write and exclusively by one that runs alone. */
const writersLock = 7_301_178;
/** Any number, the same on every node: the lock under which migrations run. */
const migrationLock = 7_301_177;

/** `handle` is typed by the other engine (see `Handle`); raw execution is the one place where they differ. */
type Executable = { execute: (query: unknown) => Promise<{ rows: unknown[] }> };

export function connectPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  pool.on("error", () => {});
  const inWrite = new AsyncLocalStorage<true>();
  const inLine = atMost(snapshotsAtOnce);
  const handleOf = (client: pg.Pool | pg.PoolClient) => drizzle(client, { casing: "snake_case" }) as unknown as Handle;

  async function attempt<T>(run: (tx: Handle) => Promise<T>, person: string | undefined, alone: boolean): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      // Before BEGIN, so that whoever waited here starts from a snapshot that shows what the other one did.
      await takeLocks(client, person, alone);
      await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
      if (person) {
        // A small write that reads a whole table, as the planner likes to do with a small one, would meet every other.
        await client.query("SET LOCAL enable_seqscan = off");
        await client.query("SELECT 1 FROM people WHERE id = $1 FOR SHARE", [person]);
      }
      const value = await inWrite.run(true, () => run(handleOf(client)));
      await client.query("COMMIT").catch((error: unknown) => {
        // With a SQLSTATE the server has answered "no"; without one the connection broke and nobody knows.
        throw hasCode(error) ? error : new CommitUnknownError(error);
      });
      return value;
    } catch (error) {
      await client.query("ROLLBACK").catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      if (!broken) {
        await client.query("SELECT pg_advisory_unlock_all()").catch((failure: Error) => {
          broken = failure;
        });
      }
      client.release(broken);
    }
  }

  return {
    engine: "postgres",
    read: handleOf(pool),
    write: async (run, options) => {
      if (inWrite.getStore()) throw new NestedWriteError();
      for (let n = 1; ; n++) {
        try {
          return await attempt(run, options?.person, n >= firstAttemptAlone);
        } catch (error) {
          if (n >= attemptsPerWrite || !isConflict(error)) throw error;
          await new Promise((resume) => setTimeout(resume, Math.random() * 4 * 2 ** Math.min(n, 6)));
        }
      }
    },
    snapshot: (run) =>
      inLine(async () => {
        const client = await pool.connect();
        let broken: Error | undefined;
        try {
          return await run(async () => {
            await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            // The instant is that of the first query.
            await client.query("SELECT 1");
            return handleOf(client);
          });
        } finally {
          await client.query("ROLLBACK").catch((failure: Error) => {
            broken = failure;
          });
          client.release(broken);
        }
      }),
    rows: async <T>(handle: Handle, query: unknown) =>
      (await (handle as unknown as Executable).execute(query)).rows as T[],
    ping: async () => void (await pool.query("SELECT 1")),
    migrate: async (folder) => {
      const client = await pool.connect();
      try {
        await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
        await migrate(drizzle(client, { casing: "snake_case" }), { migrationsFolder: `${folder}/postgres` });
      } finally {
        await client.query("SELECT pg_advisory_unlock($1)", [migrationLock]).catch(() => {});
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** First the writers' lock, then the person's: in this order nobody waits in a circle. */
async function takeLocks(client: pg.PoolClient, person: string | undefined, alone: boolean): Promise<void> {
  if (alone) {
    await client.query(`SET lock_timeout = ${waitToBeAlone}`);
    try {
      await client.query("SELECT pg_advisory_lock($1)", [writersLock]);
    } finally {
      await client.query("SET lock_timeout = 0");
    }
  } else await client.query("SELECT pg_advisory_lock_shared($1)", [writersLock]);
  if (person) await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [person]);
}

function hasCode(error: unknown): error is { code: string; constraint?: string } {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
}

/** Two transactions met: serialisation failure, deadlock, no turn alone in time, or both took the next place in one person's evidence chain. */
function isConflict(error: unknown): boolean {
  const cause = error instanceof Error && hasCode(error.cause) ? error.cause : error;
  if (!hasCode(cause)) return false;
  return (
    cause.code === "40001" ||
    cause.code === "40P01" ||
    cause.code === "55P03" ||
    (cause.code === "23505" && cause.constraint === "evidence_chain")
  );
}
