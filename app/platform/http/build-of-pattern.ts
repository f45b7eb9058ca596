import type { ServerBuild } from "@remix-run/node";
import { routesOfPattern } from "./page-patterns.ts";

/**
 * The build as if the page with this pattern were the only one. Remix compares the address of a request with every route
 * that it knows, four times a page, and makes its tables of them anew each time: with some eighty routes that was a
 * quarter of the time of a page. It is therefore shown the one that the address has been found to belong to.
 */
export function buildOfPattern(remix: ServerBuild, pattern: string): ServerBuild {
  // An address of no page of its own, and what Remix's own scripts ask for.
  if (!pattern || pattern.endsWith("*")) return remix;
  const routes = routesOfPattern(remix.routes, pattern);
  return { ...remix, routes, assets: { ...remix.assets, routes: routesOfPattern(remix.assets.routes, pattern) } };
}
