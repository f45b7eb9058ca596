import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { buildOfPattern } from "./build-of-pattern.ts";

/** Hands a request for the page with this pattern to a Remix that knows that page only. */
export function pageHandler(remix: ServerBuild): (pattern: string) => RequestHandler {
  const handlers = new Map<string, RequestHandler>();
  return (pattern) => {
    const handler = handlers.get(pattern) ?? createRequestHandler(buildOfPattern(remix, pattern));
    handlers.set(pattern, handler);
    return handler;
  };
}
