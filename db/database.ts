import type { SQL } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { Engine } from "./engine.ts";

/**
 * Where queries are built. Typed by one engine; the other has the same methods. Always await a query, and never use
 * what only one engine has (`.get()`, `.all()`, `.run()`).
 */
export type Handle = Omit<BetterSQLite3Database, "transaction" | "get" | "run" | "values"> & { $client?: unknown };

export type Database = {
  engine: Engine;
  /** Reads. On SQLite a read-only connection. */
  read: Handle;
  /**
   * The only way to write: everything `run` does is committed together or not at all, durably, before the promise
   * resolves. `run` may be called again after a serialisation failure, so it does nothing but queries: no network, no
   * password hashing, no timer. With `person`, changes of that one person wait for each other, and the row of the person
   * stays as it is until the commit: take the instant of a decision inside `run`. Throws `CommitUnknownError` when nobody can say whether the commit happened.
   */
  write: <T>(run: (tx: Handle) => Promise<T>, options?: { person?: string }) => Promise<T>;
  /**
   * Reads that see one instant, however long they take and whatever is written meanwhile; nobody's writes wait for them.
   * `begin` fixes the instant and hands out where to read, until `run` ends. For work of seconds, not for as long as
   * somebody downloads.
   */
  snapshot: <T>(run: (begin: () => Promise<Handle>) => Promise<T>) => Promise<T>;
  /** Rows of a hand-written query, with the column names as they are in SQL. */
  rows: <T>(handle: Handle, query: SQL) => Promise<T[]>;
  ping: () => Promise<void>;
  migrate: (folder: string) => Promise<void>;
  /** Finishes the writes that are waiting, then closes. */
  close: () => Promise<void>;
};

export class CommitUnknownError extends Error {
  constructor(cause: unknown) {
    super("The commit failed in a way that leaves it open whether the change was stored.", { cause });
    this.name = "CommitUnknownError";
  }
}

export class NestedWriteError extends Error {
  constructor() {
    super("A write was started inside a write; hand the transaction on instead.");
    this.name = "NestedWriteError";
  }
}
