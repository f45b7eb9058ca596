import type { FastifyReply, FastifyRequest } from "fastify";
import type { AppError } from "../errors.ts";
import { loggableError } from "./loggable-error.ts";
import { problemDocument, problemMediaType } from "./problem-document.ts";
import type { ServerWorld } from "./server-world.ts";
import { toAppError } from "./to-app-error.ts";

/** Answers whatever was thrown as a problem document. */
export function sendProblem(world: ServerWorld, thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  const error = toAppError(thrown);
  logFailure(world, error);
  const { origin } = world.context.env;
  return withRetryAfter(world, error, reply)
    .code(error.status)
    .header("content-type", problemMediaType)
    .header("cache-control", "no-store")
    .send(problemDocument(error, { origin, requestId: request.id }));
}

/** A refusal is the caller's matter; only what the server could not do is worth a line of its own. */
export function logFailure({ context: { log } }: ServerWorld, error: AppError) {
  if (error.code === "internal" || error.code === "commit-unknown") {
    log.error({ error: loggableError(error.cause ?? error) }, "request failed");
  }
}

export function withRetryAfter({ limits }: ServerWorld, error: AppError, reply: FastifyReply): FastifyReply {
  const transient = error.status === 503 || error.status === 429 || error.code === "request-in-flight";
  if (transient && !reply.hasHeader("retry-after")) reply.header("retry-after", limits.retryAfterSeconds);
  return reply;
}
