import type { FastifyInstance, FastifyRequest } from "fastify";
import { requestFields } from "../logger.server.ts";
import { commonHeaders } from "./security-headers.ts";
import type { ServerWorld } from "./server-world.ts";

/** On every request: its id in the answer and in each log line, the common headers, one log line and one observation. */
export function observeRequests(server: FastifyInstance, { context, metrics }: ServerWorld) {
  const { env } = context;
  // The line is made here of harmless members; to look for secrets in it costs more than to write it.
  const log = context.log.child({}, { redact: [] });
  const headers = Object.entries(commonHeaders(env.origin));

  server.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    for (const [name, value] of headers) reply.header(name, value);
    requestFields.run({ requestId: request.id }, done);
  });

  server.addHook("onResponse", (request, reply, done) => {
    const route = routeOf(request);
    const status = reply.statusCode;
    metrics.observeRequest({ method: request.method, route, status, seconds: reply.elapsedTime / 1000 });
    if (log.isLevelEnabled("info")) {
      const ms = Math.round(reply.elapsedTime * 10) / 10;
      log.info({ requestId: request.id, method: request.method, route, status, ms }, "request");
    }
    done();
  });
}

/** The pattern, not the address: an address can hold what is nobody's business. */
function routeOf(request: FastifyRequest): string {
  return request.pagePattern || request.routeOptions.url || "(none)";
}
