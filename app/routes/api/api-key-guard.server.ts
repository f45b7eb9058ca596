import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ApiScope } from "#app/features/access/api-scopes.ts";
import { type ApiKey, prepareFindApiKey } from "#app/features/access/prepare-find-api-key.server.ts";
import { recordApiKeyUse, useRecordedEvery } from "#app/features/access/record-api-key-use.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { loggableError } from "#app/platform/http/loggable-error.ts";
import type { ServerWorld } from "#app/platform/http/server-world.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The key that the request came with; null where none is asked for. */
    apiKey: ApiKey | null;
  }
}

export type ApiKeyGuard = {
  /** For `onRequest` of a route: before the body is read, the caller must show a key that has the scope. */
  requireScope: (scope: ApiScope) => (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** For `onRequest` of a route that needs no key. */
  limitAddress: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
};

type Limiter = ReturnType<FastifyInstance["createRateLimit"]>;

const aMinute = 60_000;
const bearer = /^Bearer +([\x21-\x7e]{1,512})$/i;

/** Builds the guard for the routes of `server`. */
export async function apiKeyGuard(server: FastifyInstance, { context, limits }: ServerWorld): Promise<ApiKeyGuard> {
  await server.register(rateLimit, { global: false });
  const perKey = server.createRateLimit({
    max: limits.requestsPerKey,
    timeWindow: aMinute,
    keyGenerator: (request) => request.apiKey?.id ?? "",
  });
  const perAddress = server.createRateLimit({ max: limits.requestsPerAddress, timeWindow: aMinute });
  const findApiKey = prepareFindApiKey(context.db.read);
  server.decorateRequest("apiKey", null);
  noteUses(server, context);

  return {
    requireScope: (scope) => async (request, reply) => {
      const token = bearer.exec(request.headers.authorization ?? "")?.[1];
      const key = token === undefined ? null : await findApiKey(token);
      if (!key) {
        // Only here: whoever holds a key is not slowed down by those who try to guess one from the same address.
        await refuseAbove(perAddress, request, reply);
        reply.header(
          "www-authenticate",
          `Bearer realm="cleared"${token === undefined ? "" : ', error="invalid_token"'}`,
        );
        throw new AppError("bad-api-key", token === undefined ? noKey : unknownKey);
      }
      request.apiKey = key;
      await refuseAbove(perKey, request, reply);
      if (key.scopes.includes(scope)) return;
      reply.header("www-authenticate", `Bearer realm="cleared", error="insufficient_scope", scope="${scope}"`);
      throw new AppError("missing-scope", `The API key "${key.name}" does not have the scope ${scope}.`, {
        extra: { scope },
      });
    },
    limitAddress: (request, reply) => refuseAbove(perAddress, request, reply),
  };
}

const noKey = "This address asks for an API key: send it in the header Authorization, as Bearer KEY.";
const unknownKey = "This API key is not in use: it is unknown, or it was revoked.";

async function refuseAbove(limiter: Limiter, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const count = await limiter(request);
  if (count.isAllowed || !count.isExceeded) return;
  reply.header("retry-after", count.ttlInSeconds);
  throw new AppError("too-many-requests", `No more than ${count.max} requests a minute are taken from this caller.`);
}

/** Notes a key's last use after the answer is out, so that no request waits for it. */
function noteUses(server: FastifyInstance, { db, clock, log }: ServerWorld["context"]) {
  const notedAt = new Map<string, number>();
  const writing = new Set<Promise<void>>();
  server.addHook("onResponse", (request, _reply, done) => {
    const key = request.apiKey;
    if (key) {
      const now = clock.now();
      if (now - Math.max(key.lastUsedAt ?? 0, notedAt.get(key.id) ?? 0) >= useRecordedEvery) {
        notedAt.set(key.id, now);
        const write = recordApiKeyUse(db, { id: key.id, now })
          .catch((error) => log.warn({ error: loggableError(error) }, "the use of an API key was not noted"))
          .finally(() => writing.delete(write));
        writing.add(write);
      }
    }
    done();
  });
  server.addHook("onClose", async () => void (await Promise.all(writing)));
}
