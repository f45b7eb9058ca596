import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connectSqlite } from "../db/connect-sqlite.ts";

/** Makes one migrated file that each test copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "cleared-template-"));
  const file = join(folder, "template.db");
  const db = connectSqlite(file);
  await db.migrate("db/migrations");
  await db.close();
  project.provide("sqliteTemplate", file);
  return () => rmSync(folder, { recursive: true });
}
