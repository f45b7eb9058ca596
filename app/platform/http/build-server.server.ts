import { randomUUID } from "node:crypto";
import underPressure from "@fastify/under-pressure";
import fastify, { type FastifyInstance } from "fastify";
import type { AppContext } from "../app-context.ts";
import { AppError } from "../errors.ts";
import { limitArrival } from "./limit-arrival.server.ts";
import { createMetrics } from "./metrics.server.ts";
import { observeRequests } from "./observe-requests.server.ts";
import { answerRaw } from "./raw-problem.ts";
import { type PagesOptions, remixPages } from "./remix-pages.server.ts";
import { saneRequestId } from "./request-id.ts";
import { sendProblem } from "./send-problem.server.ts";
import { type ServerLimits, serverLimits } from "./server-limits.ts";
import type { ServerPlugin, ServerWorld } from "./server-world.ts";
import { staticFiles } from "./static-files.server.ts";

export type ServerOptions = Partial<PagesOptions> & {
  /** Where the built application's files are; without it, none are served. */
  clientDirectory?: string;
  /** Routes that come before files and pages, in this order. */
  plugins?: ServerPlugin[];
  limits?: Partial<ServerLimits>;
  /** Believe `X-Forwarded-*`: only behind a proxy that sets them itself. */
  trustProxy?: boolean;
};

/** The whole server, not yet listening, so that a test can `inject` requests. */
export function buildServer(context: AppContext, options: ServerOptions = {}): FastifyInstance {
  const world: ServerWorld = {
    context,
    limits: { ...serverLimits, ...options.limits },
    metrics: createMetrics(),
    lifecycle: { draining: false },
  };
  const { limits, lifecycle } = world;
  const server = fastify({
    logger: false,
    requestIdHeader: false,
    genReqId: (request) => saneRequestId(request.headers["x-request-id"]) ?? randomUUID(),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: limits.apiBytes,
    requestTimeout: limits.longestRequestMs,
    connectionTimeout: limits.connectionIdleMs,
    keepAliveTimeout: limits.keepAliveMs,
    http: { headersTimeout: limits.headersMs },
    // While draining, what still arrives on an open connection is answered, and the connection closed after it.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: (error, request, reply) => {
      reply.header("x-request-id", request.id);
      return sendProblem(world, error, request, reply);
    },
    clientErrorHandler: (error, socket) =>
      answerRaw(error, socket, { origin: context.env.origin, requestId: randomUUID() }),
  });
  server.decorate("lifecycle", lifecycle);
  drainConnections(server);
  limitArrival(server, limits);
  server.decorateRequest("pagePattern", "");
  server.decorateRequest("nonce", "");
  observeRequests(server, world);
  server.addHook("onRequest", async ({ url }) => {
    // PostgreSQL keeps no such character, so nothing that is asked for by one exists.
    if (url.includes("%00")) throw new AppError("bad-request", "The address holds a character that no text has.");
  });
  server.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelayMs,
    retryAfter: limits.retryAfterSeconds,
  });
  server.setErrorHandler((thrown, request, reply) => sendProblem(world, thrown, request, reply));
  server.setNotFoundHandler((request, reply) =>
    sendProblem(world, new AppError("not-found", "There is nothing at this address."), request, reply),
  );
  for (const plugin of options.plugins ?? []) server.register(plugin, world);
  if (options.clientDirectory) server.register(staticFiles(options.clientDirectory), world);
  if (options.remix) server.register(remixPages({ ...options, remix: options.remix }), world);
  return server;
}

/** A connection that falls idle only while the server closes would hold it open as long as the other side likes. */
function drainConnections(server: FastifyInstance) {
  let timer: NodeJS.Timeout | undefined;
  server.addHook("preClose", async () => {
    server.lifecycle.draining = true;
    timer = setInterval(() => server.server.closeIdleConnections(), 20);
  });
  server.addHook("onClose", async () => clearInterval(timer));
}
