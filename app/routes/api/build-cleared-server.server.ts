import type { FastifyInstance } from "fastify";
import type { AppContext } from "#app/platform/app-context.ts";
import { buildServer, type ServerOptions } from "#app/platform/http/build-server.server.ts";
import { peopleUploadRoute } from "../background/people-upload-route.server.ts";
import { beatsRoute } from "../replays/beats-route.server.ts";
import { replayMediaRoute } from "../replays/replay-media-route.server.ts";
import { apiRoutes } from "./api-routes.server.ts";
import { messageWorker } from "./message-worker.server.ts";
import { operationsRoutes } from "./operations-routes.server.ts";
import { problemRoute } from "./problem-route.server.ts";
import { unsubscribeRoute } from "./unsubscribe-route.server.ts";

export type ClearedServerOptions = Omit<ServerOptions, "plugins"> & {
  /** Where the programs' folders lie, for their recordings; `content/` of the project unless given. */
  contentFolder?: string;
};

/** The server as it runs: what supervisors ask, the API, the files, the pages. Not yet listening. */
export function buildClearedServer(
  context: AppContext,
  { contentFolder, ...options }: ClearedServerOptions = {},
): FastifyInstance {
  const plugins = [
    operationsRoutes,
    apiRoutes,
    problemRoute,
    beatsRoute,
    replayMediaRoute(contentFolder),
    peopleUploadRoute,
    unsubscribeRoute,
    messageWorker,
  ];
  return buildServer(context, { ...options, plugins });
}
