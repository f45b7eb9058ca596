import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { routesOfPattern } from "./page-patterns.ts";

/**
 * Hands a request for the page with this pattern to Remix. Remix compares the address of a request with every route
 * that it knows, four times a page, and makes its tables of them anew each time: with some eighty routes that was a
 * quarter of the time of a page. It is therefore shown the one that the address has been found to belong to.
 */
export function pageHandler(remix: ServerBuild): (pattern: string) => RequestHandler {
  const whole = createRequestHandler(remix);
  const handlers = new Map<string, RequestHandler>();
  return (pattern) => {
    // An address of no page of its own, and what Remix's own scripts ask for.
    if (!pattern || pattern.endsWith("*")) return whole;
    const handler = handlers.get(pattern) ?? createRequestHandler(onePageBuild(remix, pattern));
    handlers.set(pattern, handler);
    return handler;
  };
}

function onePageBuild(remix: ServerBuild, pattern: string): ServerBuild {
  const routes = routesOfPattern(remix.routes, pattern);
  return { ...remix, routes, assets: { ...remix.assets, routes: routesOfPattern(remix.assets.routes, pattern) } };
}
