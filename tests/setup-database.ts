import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { connect, type Database } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { engine } from "#db/engine.ts";

export type TestDatabase = Database & { url: string; [Symbol.asyncDispose]: () => Promise<void> };

/** A migrated database of its own for one test: `await using db = await testDatabase()`. Runs on the project's engine. */
export async function testDatabase(): Promise<TestDatabase> {
  return engine === "postgres" ? postgresDatabase() : sqliteDatabase();
}

async function sqliteDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "cleared-test-"));
  copyFileSync(inject("sqliteTemplate"), join(folder, "test.db"));
  const url = `file:${join(folder, "test.db")}`;
  const db = connect(url);
  return Object.assign(db, {
    url,
    [Symbol.asyncDispose]: async () => {
      await db.close();
      rmSync(folder, { recursive: true });
    },
  });
}

async function postgresDatabase(): Promise<TestDatabase> {
  const server = inject("postgresUrl");
  const name = `t_${newId().replaceAll("-", "")}`;
  await adminQuery(server, `CREATE DATABASE ${name} TEMPLATE cleared_template`);
  const url = `${server}/${name}`;
  const db = connect(url);
  return Object.assign(db, {
    url,
    [Symbol.asyncDispose]: async () => {
      await db.close();
      await adminQuery(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  });
}

async function adminQuery(server: string, query: string) {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(query);
  await client.end();
}

declare module "vitest" {
  interface ProvidedContext {
    sqliteTemplate: string;
    postgresUrl: string;
  }
}
