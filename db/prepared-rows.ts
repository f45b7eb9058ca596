import { is, Placeholder } from "drizzle-orm";
import type { Handle } from "./database.ts";
import { engine } from "./engine.ts";

type Built = { toSQL: () => { sql: string; params: unknown[] } };
type Values = Record<string, unknown>;
type SqliteClient = { prepare: (text: string) => { raw: () => { all: (...params: unknown[]) => unknown[][] } } };
type PostgresClient = {
  query: (query: { name: string; text: string; values: unknown[]; rowMode: "array" }) => Promise<{ rows: unknown[][] }>;
};

/**
 * A query that is built once and answers with bare rows, each a list of values as the engine gives them: on PostgreSQL
 * 64-bit numbers are text there, on SQLite JSON is. For the few queries where building and mapping cost more than
 * asking. `build` names what changes with `sql.placeholder`.
 */
export function prepareRows(name: string, build: (handle: Handle) => Built) {
  const statements = new WeakMap<Handle, (params: unknown[]) => unknown[][]>();
  let built: { sql: string; params: unknown[] } | undefined;
  return async (handle: Handle, values: Values): Promise<unknown[][]> => {
    built ??= build(handle).toSQL();
    const params = built.params.map((param) => (is(param, Placeholder) ? values[param.name] : param));
    if (engine === "postgres") {
      const client = handle.$client as PostgresClient;
      return (await client.query({ name, text: built.sql, values: params, rowMode: "array" })).rows;
    }
    let all = statements.get(handle);
    if (!all) {
      const statement = (handle.$client as SqliteClient).prepare(built.sql).raw();
      all = (given) => statement.all(...given);
      statements.set(handle, all);
    }
    return all(params);
  };
}
