import type { FastifyRequest } from "fastify";
import { countOutbox } from "#app/features/messages/count-messages.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { notReadyReasons } from "#app/platform/http/readiness.server.ts";
import type { ServerPlugin, ServerWorld } from "#app/platform/http/server-world.ts";
import { apiKeyGuard } from "./api-key-guard.server.ts";

/** What supervisors and monitoring ask. These answer even when the server has more to do than it can. */
export const operationsRoutes: ServerPlugin = async (server, world) => {
  const { requireScope } = apiKeyGuard(server, world);
  const config = { pressureHandler: () => undefined };
  server.addHook("onRequest", async (_request, reply) => void reply.header("cache-control", "no-store"));

  server.get("/healthz", { config }, async () => ({ status: "alive" }));

  server.get("/readyz", { config }, async () => {
    const reasons = await notReadyReasons(world);
    if (reasons.length > 0) throw new AppError("unavailable", reasons.join(" "), { extra: { reasons } });
    return { status: "ready" };
  });

  const readMetrics = requireScope("metrics:read");
  server.get(
    "/metrics",
    { config, onRequest: async (request, reply) => (isThisMachine(request) ? undefined : readMetrics(request, reply)) },
    async (_request, reply) => {
      await noteOutbox(world);
      return reply.type(world.metrics.contentType).send(await world.metrics.render());
    },
  );
};

async function noteOutbox({ context: { db, clock }, metrics }: ServerWorld) {
  const { waiting, sending, dead, oldestDueAt } = await countOutbox(db.read);
  const oldestSeconds = oldestDueAt === null ? 0 : Math.max(0, (clock.now() - oldestDueAt) / 1000);
  metrics.setOutbox({ waiting: waiting + sending, dead, oldestSeconds });
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const forwardingHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** Asked by a program on this machine. A proxy on this machine asks for somebody else, and says so. */
function isThisMachine({ raw }: FastifyRequest): boolean {
  return (
    loopback.test(raw.socket.remoteAddress ?? "") && forwardingHeaders.every((name) => raw.headers[name] === undefined)
  );
}
