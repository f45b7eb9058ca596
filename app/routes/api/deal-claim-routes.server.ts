import { hash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import { getDealClaim } from "#app/features/claims/get-deal-claim.server.ts";
import { recordDealClaimOnce, type StoredResponse } from "#app/features/claims/record-deal-claim-once.server.ts";
import { canonicalJson } from "#app/features/evidence/canonical-json.ts";
import { findPersonId } from "#app/features/people/find-person-id.server.ts";
import type { ClaimOutcome } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { problemDocument, problemMediaType } from "#app/platform/http/problem-document.ts";
import type { ServerWorld } from "#app/platform/http/server-world.ts";
import { answer, asProblem, refusals } from "./api-answers.ts";
import type { ApiKeyGuard } from "./api-key-guard.server.ts";
import { dealClaimBody } from "./api-request-parts.ts";
import { claimRefusal, dealClaim, problem } from "./api-schemas.ts";
import { claimRefusalProblem } from "./claim-refusal-problem.ts";
import { findEmployeeId } from "./find-employee-id.server.ts";
import { presentDealClaim } from "./present-deal-claim.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Hash of the body as it was sent, whatever its spacing and order; empty where it does not matter. */
    bodyHash: string;
  }
}

const usableKey = /^[\x21-\x7e]{1,255}$/;

/** Deal claims: register one, once per idempotency key, and read it. */
export function dealClaimRoutes(api: FastifyInstance, { guard, world }: { guard: ApiKeyGuard; world: ServerWorld }) {
  const { context, metrics } = world;
  const { db, clock, env } = context;
  const { origin } = env;
  const routes = api.withTypeProvider<ZodTypeProvider>();
  api.decorateRequest("bodyHash", "");

  routes.post(
    "/deal-claims",
    {
      onRequest: [guard.requireScope("deal-claims:write"), requireIdempotencyKey],
      preValidation: async (request) => {
        request.bodyHash = hash("sha256", canonicalJson(request.body), "hex");
      },
      schema: {
        operationId: "registerDealClaim",
        summary: "Register a deal claim",
        description:
          "Needs the scope `deal-claims:write`. Send a new `Idempotency-Key` with each claim and the same one with each retry: " +
          "a retry is answered byte for byte as the first time, with the header `Idempotent-Replayed: true`, a refusal too.",
        headers: z.looseObject({
          "idempotency-key": z.string().describe("1 to 255 visible ASCII characters, such as a UUID."),
        }),
        body: dealClaimBody,
        response: {
          201: answer("The claim is recorded, with the decision that allowed it.", dealClaim),
          ...refusals(400, 409, 413, 415),
          403: asProblem(
            "The claim was refused (`claim-refused`), or the API key does not have the scope (`missing-scope`).",
            z.union([claimRefusal, problem]),
          ),
        },
      },
    },
    async (request, reply) => {
      const { employeeId, ...input } = request.body;
      const personId = await findPersonId(db.read, employeeId);
      let decided: ClaimOutcome = "deny";
      const answer = personId
        ? await recordDealClaimOnce({
            db,
            clock,
            personId,
            input,
            channel: "api",
            apiKeyId: request.apiKey?.id ?? null,
            idempotency: {
              ownerId: request.apiKey?.id ?? "",
              key: idempotencyKeyOf(request) ?? "",
              requestHash: request.bodyHash,
            },
            respond: (outcome) => {
              if (outcome.status === "recorded") {
                decided = outcome.claim.outcome;
                return { status: 201, body: JSON.stringify(presentDealClaim(outcome.claim, employeeId)) };
              }
              return asResponse(claimRefusalProblem({ ...outcome, employeeId, origin }), request);
            },
          })
        : { ...(await refuseUnknown(employeeId, request)), repeated: false };
      if (!answer.repeated) metrics.countDecision(decided);
      else reply.header("idempotent-replayed", "true");
      if (answer.status === 201) {
        reply.header("location", `${origin}/api/v1/deal-claims/${JSON.parse(answer.body).id}`);
      }
      const type = answer.status === 201 ? "application/json; charset=utf-8" : problemMediaType;
      return reply
        .code(answer.status as 201)
        .type(type)
        .send(answer.body as never);
    },
  );

  routes.get(
    "/deal-claims/:id",
    {
      onRequest: guard.requireScope("deal-claims:read"),
      schema: {
        operationId: "getDealClaim",
        summary: "Read a deal claim",
        description: "Needs the scope `deal-claims:read`.",
        params: z.object({ id: z.string().min(1).max(64) }),
        response: { 200: answer("The claim.", dealClaim), ...refusals(404) },
      },
    },
    async (request) => {
      const claim = await getDealClaim(db.read, { claimId: request.params.id, scope: "every-person" });
      return presentDealClaim(claim, await findEmployeeId(db.read, claim.personId));
    },
  );

  /** Not kept under the idempotency key: once HR has sent the person, the same request may well be recorded. */
  async function refuseUnknown(employeeId: string, request: FastifyRequest): Promise<StoredResponse> {
    const now = clock.now();
    const right = await checkClaimRight({ db, employeeId, at: now, now });
    return asResponse(claimRefusalProblem({ right, employeeId, origin, refusal: null }), request);
  }

  function asResponse(error: AppError, { id }: FastifyRequest): StoredResponse {
    return { status: error.status, body: problemDocument(error, { origin, requestId: id }) };
  }
}

async function requireIdempotencyKey(request: FastifyRequest): Promise<void> {
  if (idempotencyKeyOf(request) !== null) return;
  throw new AppError(
    "idempotency-key-missing",
    "Send the header Idempotency-Key with 1 to 255 visible ASCII characters, a new one for each claim.",
  );
}

function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" && usableKey.test(key) ? key : null;
}
