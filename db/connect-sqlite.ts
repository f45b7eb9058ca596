import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { CommitUnknownError, type Database, type Handle, NestedWriteError } from "./database.ts";

/** Waiting writes that share one commit, and so one fsync. */
const writesPerCommit = 64;
const busyRetryMs = 5;
const busyLimitMs = 30_000;
const readerCacheKilobytes = 32_000;
const snapshotCacheKilobytes = 4_000;

type Job = {
  run: (tx: Handle) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

export function connectSqlite(file: string): Database {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  let writer = openWriter(file);
  const reader = openReader(file, readerCacheKilobytes);
  let tx = drizzle(writer, { casing: "snake_case" });
  let steps = prepareSteps(writer);
  const inWrite = new AsyncLocalStorage<true>();
  const queue: Job[] = [];
  let draining: Promise<void> | null = null;
  let closed = false;

  async function beginImmediate() {
    const startedAt = Date.now();
    for (;;) {
      try {
        steps.begin.run();
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() - startedAt > busyLimitMs) throw error;
        // Another process writes. Waiting here and not inside SQLite keeps this process answering reads.
        await new Promise((resume) => setTimeout(resume, busyRetryMs));
      }
    }
  }

  /** Runs one job in a savepoint, so that a failing one rolls back alone. Returns how to settle it after the commit. */
  async function runJob(job: Job): Promise<() => void> {
    steps.savepoint.run();
    try {
      const value = await inWrite.run(true, () => job.run(tx));
      steps.release.run();
      return () => job.resolve(value);
    } catch (error) {
      // A full disk or an I/O error ends the whole transaction by itself; the commit below then says so to everyone.
      if (writer.inTransaction) writer.exec("ROLLBACK TO job; RELEASE job");
      return () => job.reject(error);
    }
  }

  /** After a failed commit the rows may be in the log or not; a new connection recovers from the file what is there. */
  function reopenWriter() {
    writer.close();
    writer = openWriter(file);
    tx = drizzle(writer, { casing: "snake_case" });
    steps = prepareSteps(writer);
  }

  async function commitBatch() {
    const batch: Job[] = [];
    try {
      await beginImmediate();
    } catch (error) {
      for (const job of queue.splice(0)) job.reject(error);
      return;
    }
    const settle: (() => void)[] = [];
    while (queue.length > 0 && batch.length < writesPerCommit) {
      const job = queue.shift() as Job;
      batch.push(job);
      settle.push(await runJob(job));
    }
    try {
      steps.commit.run();
    } catch (error) {
      reopenWriter();
      for (const job of batch) job.reject(new CommitUnknownError(error));
      return;
    }
    for (const done of settle) done();
  }

  async function drain() {
    // One turn of the event loop lets every request that has just been read join the first commit.
    await new Promise((resume) => setImmediate(resume));
    while (queue.length > 0) await commitBatch();
    draining = null;
  }

  return {
    engine: "sqlite",
    read: drizzle(reader, { casing: "snake_case" }),
    // One writer at a time: every person's changes wait for each other already.
    write: (run) => {
      if (inWrite.getStore()) return Promise.reject(new NestedWriteError());
      if (closed) return Promise.reject(new Error("The database is closed."));
      return new Promise((resolve, reject) => {
        queue.push({ run, resolve: resolve as Job["resolve"], reject });
        draining ??= drain();
      });
    },
    snapshot: async (run) => {
      // A connection of its own: what others read here goes on seeing what is new.
      const own = openReader(file, snapshotCacheKilobytes);
      try {
        return await run(async () => {
          own.exec("BEGIN");
          // The instant is that of the first read.
          own.prepare("SELECT 1 FROM sqlite_schema").get();
          return drizzle(own, { casing: "snake_case" });
        });
      } finally {
        own.close();
      }
    },
    rows: async (handle, query) => handle.all(query),
    ping: async () => void reader.prepare("SELECT 1").get(),
    migrate: async (folder) => {
      writer.pragma("busy_timeout = 30000");
      migrate(tx, { migrationsFolder: `${folder}/sqlite` });
      writer.pragma("busy_timeout = 0");
    },
    close: async () => {
      closed = true;
      await draining;
      reader.close();
      writer.close();
    },
  };
}

/** The statements around every write, compiled once a connection. */
function prepareSteps(writer: Sqlite.Database) {
  return {
    begin: writer.prepare("BEGIN IMMEDIATE"),
    savepoint: writer.prepare("SAVEPOINT job"),
    release: writer.prepare("RELEASE job"),
    commit: writer.prepare("COMMIT"),
  };
}

function openWriter(file: string) {
  const writer = new Sqlite(file, { timeout: 30_000 });
  writer.pragma("journal_mode = WAL");
  // FULL, not NORMAL: an acknowledged claim must survive a power cut.
  writer.pragma("synchronous = FULL");
  writer.pragma("foreign_keys = ON");
  writer.pragma("cache_size = -32000");
  writer.pragma("busy_timeout = 0");
  // 40 MB of log before it is worked into the file: under load that work is done seldom and in order.
  writer.pragma("wal_autocheckpoint = 10000");
  return writer;
}

/** Opened read-only, so that a write past the door fails at once. */
function openReader(file: string, cacheKilobytes: number) {
  const reader = new Sqlite(file, { readonly: true, timeout: 5000 });
  reader.pragma(`cache_size = -${cacheKilobytes}`);
  return reader;
}

function isBusy(error: unknown) {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
