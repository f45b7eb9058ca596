import type { z } from "zod";
import { problem } from "./api-schemas.ts";

/** What an operation answers when it does what was asked. */
export function answer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

/** The documented refusals of an operation: those that every one may answer with, and its own. */
export function refusals<Own extends 400 | 404 | 409 | 413 | 415 = never>(...own: Own[]) {
  const statuses = [...([401, 403, 422, 429, 500, 503] as const), ...own];
  const described = statuses.map((status) => [status, asProblem(titles[status], problem)]);
  return Object.fromEntries(described) as Record<(typeof statuses)[number], ReturnType<typeof asProblem>>;
}

export function asProblem(description: string, schema: z.ZodType) {
  return { description, content: { "application/problem+json": { schema } } };
}

const titles = {
  400: "The request cannot be read.",
  401: "The API key is missing, unknown or revoked.",
  403: "The API key does not have the scope.",
  404: "There is no such thing.",
  409: "The first request with this key is still being worked on; try again as soon as `Retry-After` says.",
  413: "The request is too large.",
  415: "The request is not JSON.",
  422: "Some values of the request are not usable; `errors` names them.",
  429: "Too many requests; go on as soon as `Retry-After` says.",
  500: "The server failed.",
  503: "Not available now; try again as soon as `Retry-After` says.",
};
