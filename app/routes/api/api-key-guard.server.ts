import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ApiScope } from "#app/features/access/api-scopes.ts";
import { type ApiKey, findApiKey } from "#app/features/access/find-api-key.server.ts";
import { recordApiKeyUse, useRecordedEvery } from "#app/features/access/record-api-key-use.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { loggableError } from "#app/platform/http/loggable-error.ts";
import { callerOf, type RateWindow, rateWindow } from "#app/platform/http/rate-window.ts";
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

const aMinute = 60_000;
const bearer = /^Bearer +([\x21-\x7e]{1,512})$/i;

/** Builds the guard for the routes of `server`. */
export function apiKeyGuard(server: FastifyInstance, { context, limits }: ServerWorld): ApiKeyGuard {
  const { db, clock } = context;
  const perKey = rateWindow({ most: limits.requestsPerKey, ms: aMinute });
  const perAddress = rateWindow({ most: limits.requestsPerAddress, ms: aMinute });
  const noteUse = keyUseNoter(server, context);
  server.decorateRequest("apiKey", null);

  return {
    requireScope: (scope) => async (request, reply) => {
      const token = bearer.exec(request.headers.authorization ?? "")?.[1];
      const key = token === undefined ? null : await findApiKey(db.read, token);
      const now = clock.now();
      if (!key) {
        // Only here: whoever holds a key is not slowed down by those who try to guess one from the same address.
        refuseAbove(perAddress, callerOf(request.ip), now, reply);
        reply.header(
          "www-authenticate",
          `Bearer realm="cleared"${token === undefined ? "" : ', error="invalid_token"'}`,
        );
        throw new AppError("bad-api-key", token === undefined ? noKey : unknownKey);
      }
      request.apiKey = key;
      noteUse(key, now, reply);
      refuseAbove(perKey, key.id, now, reply);
      if (key.scopes.includes(scope)) return;
      reply.header("www-authenticate", `Bearer realm="cleared", error="insufficient_scope", scope="${scope}"`);
      throw new AppError("missing-scope", `The API key "${key.name}" does not have the scope ${scope}.`, {
        extra: { scope },
      });
    },
    limitAddress: async (request, reply) => refuseAbove(perAddress, callerOf(request.ip), clock.now(), reply),
  };
}

const noKey = "This address asks for an API key: send it in the header Authorization, as Bearer KEY.";
const unknownKey = "This API key is not in use: it is unknown, or it was revoked.";

function refuseAbove(window: RateWindow, caller: string, now: number, reply: FastifyReply): void {
  const seconds = window.count(caller, now);
  if (seconds === null) return;
  reply.header("retry-after", seconds);
  throw new AppError("too-many-requests", `This caller has sent too many requests. Go on in ${seconds} seconds.`);
}

/** Notes a key's last use, once a minute and after the answer is out, so that no request waits for it. */
function keyUseNoter(server: FastifyInstance, { db, log }: ServerWorld["context"]) {
  const notedAt = new Map<string, number>();
  const writing = new Set<Promise<void>>();
  server.addHook("onClose", async () => void (await Promise.all(writing)));

  return (key: ApiKey, now: number, reply: FastifyReply) => {
    if (now - Math.max(key.lastUsedAt ?? 0, notedAt.get(key.id) ?? 0) < useRecordedEvery) return;
    notedAt.set(key.id, now);
    reply.raw.once("close", () => {
      const write = recordApiKeyUse(db, { id: key.id, now })
        .catch((error) => log.warn({ error: loggableError(error) }, "the use of an API key was not noted"))
        .finally(() => writing.delete(write));
      writing.add(write);
    });
  };
}
