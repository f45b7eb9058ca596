import type { FastifyPluginAsync } from "fastify";
import type { AppContext } from "../app-context.ts";
import type { Metrics } from "./metrics.server.ts";
import type { ServerLimits } from "./server-limits.ts";

/** What every part of the server is handed. */
export type ServerWorld = {
  context: AppContext;
  limits: ServerLimits;
  metrics: Metrics;
  /** `draining` from the moment the server is told to stop. */
  lifecycle: { draining: boolean };
};

export type ServerPlugin = FastifyPluginAsync<ServerWorld>;

declare module "fastify" {
  interface FastifyInstance {
    lifecycle: ServerWorld["lifecycle"];
  }
  interface FastifyRequest {
    /** The pattern of the page that answers, such as `/program/lessons/:id`; empty outside of pages. */
    pagePattern: string;
    /** For the inline scripts of this answer; empty outside of pages. */
    nonce: string;
  }
}
