import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** The column vocabulary on SQLite. */
export const columns = {
  table: sqliteTable,
  /** A UUIDv7 in its text form: sorts by time of making. */
  id: () => text(),
  text: () => text(),
  flag: () => integer({ mode: "boolean" }),
  /** An instant: milliseconds since 1970 UTC. */
  moment: () => integer({ mode: "number" }),
  /** A calendar date without zone, `YYYY-MM-DD`. */
  day: () => text(),
  count: () => integer({ mode: "number" }),
  json: <T>() => text({ mode: "json" }).$type<T>(),
  /** A part of a file; a row holds at most some hundred kilobytes. */
  bytes: () => blob({ mode: "buffer" }),
  index,
  uniqueIndex,
  primaryKey,
};

export type Columns = typeof columns;
