// What the gate's answer would cost at the least: node:http, the same statements on the same file, a constant answer.
import { createServer } from "node:http";
import Sqlite from "better-sqlite3";
import { takeTask } from "./child-work.ts";
import { recordStatements } from "./record-statements.ts";

export type BareTask = {
  file: string;
  token: string;
  /** Everybody who will be asked about. */
  employeeIds: string[];
  body: string;
};

const beforeId = "/api/v1/reps/".length;

takeTask<BareTask, { port: number }>(async ({ file, token, employeeIds, body }) => {
  const recorded = await recordStatements(file, { token, employeeIds });
  const reader = new Sqlite(file, { readonly: true });
  // As the reader of the application.
  reader.pragma("cache_size = -32000");
  const prepared = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string) => {
    const statement = prepared.get(sql) ?? reader.prepare(sql).raw();
    prepared.set(sql, statement);
    return statement;
  };
  const asked = new Map(
    [...recorded].map(([id, statements]) => [
      id,
      statements.map(({ sql, params }) => ({ statement: prepare(sql), params })),
    ]),
  );
  const length = Buffer.byteLength(body);
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    const id = url.slice(beforeId, url.indexOf("/", beforeId));
    for (const { statement, params } of asked.get(id) ?? []) statement.all(...params);
    response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0 };
});
