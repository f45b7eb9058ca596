import type { Handle } from "./db.server.ts";

type Values = Record<string, unknown>;
type Prepared<Row> = { execute: (values: Values) => PromiseLike<Row[]> };
/** What a built query is on either engine; only PostgreSQL looks at the name, and keeps the plan under it. */
type Preparable<Row> = PromiseLike<Row[]> & { prepare: (name: string) => Prepared<Row> };

/**
 * Builds and prepares a query once per handle. A transaction of PostgreSQL has a handle of its own, so there it is built
 * again, but the server still finds its plan by the name.
 */
export function prepareOnce<Row>(name: string, build: (handle: Handle) => PromiseLike<Row[]>) {
  const prepared = new WeakMap<Handle, Prepared<Row>>();
  return async (handle: Handle, values: Values): Promise<Row[]> => {
    let query = prepared.get(handle);
    if (!query) {
      query = (build(handle) as Preparable<Row>).prepare(name);
      prepared.set(handle, query);
    }
    return query.execute(values);
  };
}
