import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { checkClaimRights, mostAskedAtOnce } from "#app/features/claims/check-claim-right.server.ts";
import type { ServerWorld } from "#app/platform/http/server-world.ts";
import { answer, refusals } from "./api-answers.ts";
import type { ApiKeyGuard } from "./api-key-guard.server.ts";
import { at, employeeId } from "./api-request-parts.ts";
import { claimRights } from "./api-schemas.ts";
import { presentClaimRight } from "./present-claim-right.ts";

/** The gate for many people at once. */
export function claimRightsRoute(api: FastifyInstance, { guard, world }: { guard: ApiKeyGuard; world: ServerWorld }) {
  const { context, metrics } = world;
  const { db, clock, env } = context;
  api.withTypeProvider<ZodTypeProvider>().post(
    "/claim-rights/check",
    {
      onRequest: guard.requireScope("claim-right:read"),
      schema: {
        operationId: "checkClaimRights",
        summary: "May these people claim a deal?",
        description:
          "Needs the scope `claim-right:read`. Answers in the order asked, once for each time an id is given, " +
          `for up to ${mostAskedAtOnce} of them.`,
        body: z.strictObject({ employeeIds: z.array(employeeId).min(1).max(mostAskedAtOnce), at }),
        response: { 200: answer("The decisions, in the order asked.", claimRights), ...refusals(400, 413, 415) },
      },
    },
    async ({ body }) => {
      const now = clock.now();
      const instant = body.at === undefined ? now : Date.parse(body.at);
      const rights = await checkClaimRights({ db, employeeIds: body.employeeIds, at: instant, now });
      for (const { outcome } of rights) metrics.countDecision(outcome);
      const results = rights.map((right, index) =>
        presentClaimRight(right, { employeeId: body.employeeIds[index] ?? "", origin: env.origin }),
      );
      return { results };
    },
  );
}
