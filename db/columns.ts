import { columns as postgres } from "./columns.postgres.ts";
import { columns as sqlite } from "./columns.sqlite.ts";
import { engine } from "./engine.ts";

export const { table, id, text, flag, moment, day, count, json, bytes, index, uniqueIndex, primaryKey } =
  engine === "postgres" ? postgres : sqlite;
