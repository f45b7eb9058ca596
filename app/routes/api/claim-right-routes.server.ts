import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { checkClaimRight, checkClaimRights, mostAskedAtOnce } from "#app/features/claims/check-claim-right.server.ts";
import type { ServerWorld } from "#app/platform/http/server-world.ts";
import { answer, refusals } from "./api-answers.ts";
import type { ApiKeyGuard } from "./api-key-guard.server.ts";
import { at, employeeId } from "./api-request-parts.ts";
import { claimRight, claimRights } from "./api-schemas.ts";
import { presentClaimRight } from "./present-claim-right.ts";

/** The gate: may this person claim a deal? */
export function claimRightRoutes(api: FastifyInstance, { guard, world }: { guard: ApiKeyGuard; world: ServerWorld }) {
  const { context, metrics } = world;
  const { db, clock, env } = context;
  const routes = api.withTypeProvider<ZodTypeProvider>();
  const onRequest = guard.requireScope("claim-right:read");

  routes.get(
    "/reps/:employeeId/claim-right",
    {
      onRequest,
      schema: {
        operationId: "getClaimRight",
        summary: "May this person claim a deal?",
        description:
          "Needs the scope `claim-right:read`. Somebody nobody knows is answered too: `deny` with UNKNOWN_PERSON.",
        params: z.object({ employeeId }),
        querystring: z.object({ at }),
        response: { 200: answer("The decision, a no included.", claimRight), ...refusals() },
      },
    },
    async (request) => {
      const now = clock.now();
      const asked = request.params.employeeId;
      const right = await checkClaimRight({ db, employeeId: asked, at: instantOr(now, request.query.at), now });
      metrics.countDecision(right.outcome);
      return presentClaimRight(right, { employeeId: asked, origin: env.origin });
    },
  );

  routes.post(
    "/claim-rights/check",
    {
      onRequest,
      schema: {
        operationId: "checkClaimRights",
        summary: "May these people claim a deal?",
        description: `Needs the scope \`claim-right:read\`. Answers in the order asked, once for each id given, for up to ${mostAskedAtOnce} people.`,
        body: z.strictObject({ employeeIds: z.array(employeeId).min(1).max(mostAskedAtOnce), at }),
        response: { 200: answer("The decisions, in the order asked.", claimRights), ...refusals(400, 413, 415) },
      },
    },
    async (request) => {
      const now = clock.now();
      const { employeeIds } = request.body;
      const rights = await checkClaimRights({ db, employeeIds, at: instantOr(now, request.body.at), now });
      for (const right of rights) metrics.countDecision(right.outcome);
      return {
        results: rights.map((right, index) =>
          presentClaimRight(right, { employeeId: employeeIds[index] ?? "", origin: env.origin }),
        ),
      };
    },
  );
}

function instantOr(now: number, given: string | undefined): number {
  return given === undefined ? now : Date.parse(given);
}
