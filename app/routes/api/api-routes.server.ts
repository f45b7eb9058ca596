import compress from "@fastify/compress";
import type { FastifyInstance, RouteOptions } from "fastify";
import { AppError } from "#app/platform/errors.ts";
import { compression } from "#app/platform/http/compression.ts";
import type { ServerPlugin, ServerWorld } from "#app/platform/http/server-world.ts";
import { apiKeyGuard } from "./api-key-guard.server.ts";
import { claimRightRoute } from "./claim-right-route.server.ts";
import { claimRightsRoute } from "./claim-rights-route.server.ts";
import { compileValidator } from "./compile-validator.ts";
import { dealClaimRoutes } from "./deal-claim-routes.server.ts";
import { describeApi, openApiRoute } from "./openapi-route.server.ts";

const prefix = "/api/v1";

/** The JSON API for other systems. Everything below `/api` is answered here, and every refusal is a problem document. */
export const apiRoutes: ServerPlugin = async (server, world) => {
  server.addHook("onRequest", (_request, reply, done) => {
    reply.header("cache-control", "no-store");
    done();
  });
  server.removeContentTypeParser("text/plain");
  server.setValidatorCompiler(compileValidator);
  // Answers are checked against their schemas by the tests; here that would cost more than the decision itself.
  server.setSerializerCompiler(() => JSON.stringify);

  await server.register(async (api) => versionOne(api, world), { prefix });
  for (const url of ["/api", "/api/*"]) {
    server.all(url, async () => {
      throw new AppError("not-found", `The API has nothing at this address; ${prefix}/openapi.json lists what it has.`);
    });
  }
};

async function versionOne(api: FastifyInstance, world: ServerWorld) {
  const methodsOf = new Map<string, string[]>();
  const note = ({ url, method }: RouteOptions) => {
    methodsOf.set(url, [...(methodsOf.get(url) ?? []), ...[method].flat()]);
  };
  let noting = true;
  api.addHook("onRoute", (route) => void (noting && note(route)));
  await describeApi(api, world.context.env.origin);
  const guard = apiKeyGuard(api, world);
  await api.register(async (routes) => {
    claimRightRoute(routes, { guard, world });
    dealClaimRoutes(routes, { guard, world });
  });
  // Answers that can be large. A single decision is not: to look whether to compress it would cost more than it saves.
  await api.register(async (routes) => {
    await routes.register(compress, compression(world.limits.compressFrom));
    openApiRoute(routes, { guard });
    claimRightsRoute(routes, { guard, world });
  });
  noting = false;
  for (const [url, methods] of methodsOf) refuseOtherMethods(api, url, methods);
}

function refuseOtherMethods(api: FastifyInstance, url: string, methods: string[]) {
  const allow = methods.join(", ");
  api.route({
    method: api.supportedMethods.filter((method) => !methods.includes(method)),
    url: url.slice(prefix.length),
    schema: { hide: true },
    handler: async (_request, reply) => {
      reply.header("allow", allow);
      throw new AppError("method-not-allowed", `This address takes ${allow}.`);
    },
  });
}
