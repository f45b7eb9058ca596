import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject, type ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ApiKeyGuard } from "./api-key-guard.server.ts";
import { tidyOpenApi } from "./tidy-openapi.ts";

declare module "fastify" {
  interface FastifyInstance {
    swagger30: FastifyInstance["swagger"];
  }
}

const info = {
  title: "Cleared",
  version: "1",
  description: [
    "Ask whether a person may claim a deal, and register deal claims.",
    "",
    "Every request carries an API key: `Authorization: Bearer clr_…`. Each operation names the scope that the key must have.",
    "Instants are ISO 8601 in UTC. Every refusal is a problem document (RFC 9457) whose `type` ends in a code that never changes.",
    "A rep who is not certified may not claim: `deny` is an answer, not an error.",
  ].join("\n"),
};

/** Collects the routes that come after it. Register before the first route. */
export async function describeApi(api: FastifyInstance, origin: string): Promise<void> {
  const shared = { transform: jsonSchemaTransform, transformObject: jsonSchemaTransformObject };
  const document = {
    info,
    servers: [{ url: origin }],
    components: { securitySchemes: { apiKey: { type: "http" as const, scheme: "bearer", bearerFormat: "clr_…" } } },
    security: [{ apiKey: [] }],
  };
  await api.register(swagger, { ...shared, openapi: { openapi: "3.1.0", ...document } });
  await api.register(swagger, {
    ...shared,
    openapi: { openapi: "3.0.3", ...document },
    // The type knows the default name only.
    ...{ decorator: "swagger30" },
  });
}

export function openApiRoute(api: FastifyInstance, { guard }: { guard: ApiKeyGuard }) {
  const rendered = new Map<string, string>();
  api.withTypeProvider<ZodTypeProvider>().get(
    "/openapi.json",
    {
      onRequest: guard.limitAddress,
      schema: {
        operationId: "getOpenApi",
        summary: "This description",
        description: "Needs no key. `version=3.0` is for tools that do not read OpenAPI 3.1 yet.",
        security: [],
        querystring: z.object({ version: z.enum(["3.0", "3.1"]).default("3.1").describe("The version of OpenAPI.") }),
        response: { 200: z.looseObject({}).describe("An OpenAPI document.") },
      },
    },
    async (request, reply) => {
      const { version } = request.query;
      let document = rendered.get(version);
      if (!document) {
        document = JSON.stringify(tidyOpenApi(version === "3.0" ? api.swagger30() : api.swagger()));
        rendered.set(version, document);
      }
      return reply.type("application/json; charset=utf-8").send(document as never);
    },
  );
}
