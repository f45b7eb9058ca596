import type { Clock } from "#app/platform/clock.ts";
import { type Database, overrides } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import type { OverrideInput } from "./override-input.ts";
import { longestOverrideDays, overridePeriodProblem } from "./override-period.ts";
import { requireApprovers } from "./require-approvers.server.ts";

export type Override = typeof overrides.$inferSelect;

const problems = {
  ENDS_IN_THE_PAST: "An override ends in the future.",
  TOO_LONG: `An override lasts at most ${longestOverrideDays} days. Choose an earlier end.`,
};

/**
 * Lets a blocked person claim from now until `input.until`, with its evidence. Throws not-found for an unknown person,
 * validation-failed for a wrong end, and not-allowed when one of the two may not approve.
 */
export async function grantOverride(given: {
  db: Database;
  clock: Clock;
  personId: string;
  input: OverrideInput;
}): Promise<Override> {
  const { db, clock, personId, input } = given;
  return db.write(
    async (tx) => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const problem = overridePeriodProblem({ now, until: input.until });
      if (problem) throw new AppError("validation-failed", problems[problem]);
      await requireApprovers(tx, { personId, approverIds: input.approverIds, now });
      const { reason, until: validUntil, approverIds: approvers } = input;
      const id = newId();
      const override = { id, personId, reason, validFrom: now, validUntil, approvers, grantedAt: now, endedAt: null };
      await tx.insert(overrides).values(override);
      await appendEvidence(tx, {
        personId,
        at: now,
        registrationId: null,
        releaseId: null,
        subject: id,
        body: { kind: "override_granted", overrideId: id, reason, validFrom: now, validUntil, approvers },
      });
      return override;
    },
    { person: personId },
  );
}
