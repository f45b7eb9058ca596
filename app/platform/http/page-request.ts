import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";

/**
 * The web request that Remix is handed. `origin` is the one that this request has been accepted under. The body is
 * whole: it is limited to a form's size, so a form that is too large is refused before any action has begun.
 */
export function pageRequest(request: FastifyRequest, reply: FastifyReply, origin: string): Request {
  const target = request.raw.url ?? "/";
  // Joined as text: resolving `//elsewhere/…` against a base would take the host from the caller.
  if (!target.startsWith("/") || !URL.canParse(origin + target)) {
    throw new AppError("bad-request", "The address cannot be read.");
  }
  const url = new URL(origin + target);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.raw.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined) headers.set(name, value);
  }
  // Remix compares `Origin` with these; the comparison that counts has been made before, with the configured origin.
  headers.set("host", url.host);
  headers.delete("x-forwarded-host");

  const gone = new AbortController();
  // Also once it is answered: Remix keeps what belongs to a request for five seconds unless it is told.
  reply.raw.once("close", () => (reply.raw.writableFinished ? gone.abort("answered") : gone.abort()));
  const body = request.method === "GET" || request.method === "HEAD" ? null : (request.body as Buffer | undefined);
  return new Request(url, {
    method: request.method,
    headers,
    body: body ? new Uint8Array(body) : null,
    signal: gone.signal,
  });
}
