import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import type { ServerWorld } from "#app/platform/http/server-world.ts";
import { answer, refusals } from "./api-answers.ts";
import type { ApiKeyGuard } from "./api-key-guard.server.ts";
import { at, employeeId } from "./api-request-parts.ts";
import { claimRight } from "./api-schemas.ts";
import { presentClaimRight } from "./present-claim-right.ts";

/** The gate for one person. */
export function claimRightRoute(api: FastifyInstance, { guard, world }: { guard: ApiKeyGuard; world: ServerWorld }) {
  const { context, metrics } = world;
  const { db, clock, env } = context;
  api.withTypeProvider<ZodTypeProvider>().get(
    "/reps/:employeeId/claim-right",
    {
      onRequest: guard.requireScope("claim-right:read"),
      schema: {
        operationId: "getClaimRight",
        summary: "May this person claim a deal?",
        description:
          "Needs the scope `claim-right:read`. Somebody whom nobody knows is answered too: `deny` with UNKNOWN_PERSON.",
        params: z.object({ employeeId }),
        querystring: z.object({ at }),
        response: { 200: answer("The decision, a no included.", claimRight), ...refusals() },
      },
    },
    async ({ params, query }) => {
      const now = clock.now();
      const right = await checkClaimRight({
        db,
        employeeId: params.employeeId,
        at: query.at === undefined ? now : Date.parse(query.at),
        now,
      });
      metrics.countDecision(right.outcome);
      return presentClaimRight(right, { employeeId: params.employeeId, origin: env.origin });
    },
  );
}
