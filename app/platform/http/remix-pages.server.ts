import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { negotiate } from "@fastify/accept-negotiator";
import compress from "@fastify/compress";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { FastifyRequest } from "fastify";
import type { DrawingThreads } from "../drawing/drawing-threads.server.ts";
import { AppError } from "../errors.ts";
import { compression } from "./compression.ts";
import { failurePage } from "./failure-page.ts";
import type { LoadContext } from "./load-context.ts";
import { pageHandler } from "./page-handler.ts";
import { pagePatterns } from "./page-patterns.ts";
import { pageRequest } from "./page-request.ts";
import { isSameOrigin, ownOrigins } from "./same-origin.ts";
import { contentSecurityPolicy, pageHeaders } from "./security-headers.ts";
import { sendPage } from "./send-page.ts";
import { logFailure, sendProblem, withRetryAfter } from "./send-problem.server.ts";
import type { ServerPlugin } from "./server-world.ts";
import { takeTurns } from "./take-turns.ts";
import { toAppError } from "./to-app-error.ts";

export type PagesOptions = {
  /** The Remix build, or what loads the current one in development. Without it there are no pages. */
  remix: ServerBuild | (() => Promise<ServerBuild>);
  /** Threads that draw pages, closed with the server. Without them, the server draws. */
  drawing?: DrawingThreads;
  /** Vite's middleware in development; it answers what it serves itself. */
  viteDevMiddleware?: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;
};

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Everything that is neither API nor file: pages by Remix, behind the origin check. */
export function remixPages({ remix, drawing, viteDevMiddleware }: PagesOptions): ServerPlugin {
  return async (server, world) => {
    const { context, limits } = world;
    const { env } = context;
    const { patternOf, handlerOf } = typeof remix === "function" ? changingPages(remix) : fixedPages(remix);
    const headers = Object.entries(pageHeaders);
    const turn = takeTurns();
    server.addHook("onClose", async () => drawing?.close());

    await server.register(compress, compression(limits.compressFrom));
    server.removeAllContentTypeParsers();
    server.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: limits.formBytes }, (_request, body, done) =>
      done(null, body),
    );

    server.addHook("onRequest", async (request, reply) => {
      request.nonce = randomBytes(16).toString("base64");
      request.pagePattern = patternOf(request.url.split("?", 1)[0] ?? "/");
      reply.header(
        "content-security-policy",
        contentSecurityPolicy({ nonce: request.nonce, development: env.development }),
      );
      for (const [name, value] of headers) reply.header(name, value);
      const origins = ownOrigins({ origin: env.origin, protocol: request.protocol, host: request.headers.host });
      if (isSameOrigin({ method: request.method, headers: request.headers, origins })) return;
      throw new AppError(
        "not-allowed",
        "This form was not sent from one of our own pages, so nothing was changed. Open the page here and send it again.",
      );
    });
    if (viteDevMiddleware) {
      server.addHook("onRequest", (request, reply, done) =>
        viteDevMiddleware(request.raw, reply.raw, (error) => done(error as Error | undefined)),
      );
    }

    server.setErrorHandler((thrown, request, reply) => {
      const error = toAppError(thrown);
      if (!wantsPage(request)) return sendProblem(world, error, request, reply);
      logFailure(world, error);
      return withRetryAfter(world, error, reply)
        .code(error.status)
        .header("content-type", "text/html; charset=utf-8")
        .header("cache-control", "private, no-store")
        .send(failurePage(error, request.id));
    });

    server.route({
      method: methods,
      url: "/*",
      handler: async (request, reply) => {
        await turn();
        const handle = handlerOf(request.pagePattern);
        const page: LoadContext["page"] = { drawn: null };
        const response = await handle(pageRequest(request, reply, acceptedOrigin(request, env.origin)), {
          app: context,
          nonce: request.nonce,
          requestId: request.id,
          clientAddress: request.ip,
          countDecision: world.metrics.countDecision,
          page,
          draw: (order) =>
            drawing?.draw({ ...order, pattern: request.pagePattern, encoding: encodingFor(request) }) ?? null,
        });
        return sendPage(response, page.drawn, reply);
      },
    });
  };
}

function fixedPages(remix: ServerBuild) {
  return { patternOf: pagePatterns(remix.routes), handlerOf: pageHandler(remix) };
}

/** In development the routes change while the server runs. */
function changingPages(remix: () => Promise<ServerBuild>) {
  const handle = createRequestHandler(remix, "development");
  return { patternOf: () => "", handlerOf: () => handle };
}

/** After the origin check: a form's own `Origin`, which is one of ours; for everything else the configured one. */
function acceptedOrigin(request: FastifyRequest, configured: string): string {
  return request.headers.origin !== undefined && !["GET", "HEAD", "OPTIONS"].includes(request.method)
    ? request.headers.origin
    : configured;
}

function wantsPage({ headers, url }: FastifyRequest): boolean {
  const isPage = !url.split("?", 1)[0]?.endsWith(".data");
  return isPage && (headers.accept?.includes("text/html") ?? false);
}

/** What a thread may make the page smaller by; everything else is left to the server's own compression. */
function encodingFor({ headers }: FastifyRequest): "br" | null {
  const accepted = headers["accept-encoding"];
  return accepted !== undefined && negotiate(String(accepted), ["br"]) === "br" ? "br" : null;
}
