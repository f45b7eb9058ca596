// What the gate's answer would cost at the least: node:http, the same statements on the same file, a constant answer.
import { createServer } from "node:http";
import Sqlite from "better-sqlite3";
import { takeTask } from "./child-work.ts";
import type { Statement } from "./record-statements.ts";

export type BareTask = {
  file: string;
  /** Run once a request, in this order; a parameter that is `recordedId` takes the id that is asked for. */
  statements: Statement[];
  recordedId: string;
  body: string;
};

const beforeId = "/api/v1/reps/".length;

takeTask<BareTask, { port: number }>(async ({ file, statements, recordedId, body }) => {
  const reader = new Sqlite(file, { readonly: true });
  // As the reader of the application.
  reader.pragma("cache_size = -64000");
  reader.pragma("mmap_size = 268435456");
  const prepared = statements.map(({ sql, params }) => {
    const statement = reader.prepare(sql).raw();
    return (id: string) => statement.all(...params.map((param) => (param === recordedId ? id : param)));
  });
  const length = Buffer.byteLength(body);
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    const id = url.slice(beforeId, url.indexOf("/", beforeId));
    for (const read of prepared) read(id);
    response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0 };
});
