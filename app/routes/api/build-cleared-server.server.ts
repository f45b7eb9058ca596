import type { FastifyInstance } from "fastify";
import type { AppContext } from "#app/platform/app-context.ts";
import { buildServer, type ServerOptions } from "#app/platform/http/build-server.server.ts";
import { apiRoutes } from "./api-routes.server.ts";
import { operationsRoutes } from "./operations-routes.server.ts";
import { problemRoute } from "./problem-route.server.ts";

/** The server as it runs: what supervisors ask, the API, the files, the pages. Not yet listening. */
export function buildClearedServer(context: AppContext, options: Omit<ServerOptions, "plugins"> = {}): FastifyInstance {
  return buildServer(context, { ...options, plugins: [operationsRoutes, apiRoutes, problemRoute] });
}
