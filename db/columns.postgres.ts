import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Columns } from "./columns.sqlite.ts";

/** The column vocabulary on PostgreSQL: the same names and the same JavaScript values as on SQLite. */
const postgresColumns = {
  table: pgTable,
  id: () => text(),
  text: () => text(),
  flag: () => boolean(),
  moment: () => bigint({ mode: "number" }),
  day: () => text(),
  count: () => integer(),
  json: <T>() => jsonb().$type<T>(),
  bytes: customType<{ data: Buffer }>({ dataType: () => "bytea" }),
  index,
  uniqueIndex,
  primaryKey,
};

// The two builders have different types but the same methods and values; the schema is typed by one of them, and the
// database suite runs on both.
export const columns = postgresColumns as unknown as Columns;
