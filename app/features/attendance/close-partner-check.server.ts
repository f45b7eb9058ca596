import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type AttemptResult, type Database, partnerChecks } from "#app/platform/db.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { getPartnerCheckKeys } from "./get-partner-check-keys.server.ts";
import { gradePartnerCheck } from "./grade-partner-check.ts";
import { getPartnerCheck } from "./list-partner-checks.server.ts";

/**
 * Ends a check: grades what was saved with the keys of its own release and records it, in one write and once. Asked
 * again, it answers with the same result. Throws not-found for a check of somebody else.
 */
export async function closePartnerCheck(given: {
  db: Database;
  clock: Clock;
  personId: string;
  checkId: string;
  /** The person submits, or the server closes what belongs to another edition. */
  by: "person" | "server";
}): Promise<{ result: AttemptResult; already: boolean }> {
  const { db, clock, personId, checkId, by } = given;
  const asked = await getPartnerCheck(db.read, { personId, checkId });
  if (asked.result) return { result: asked.result, already: true };
  const keys = await getPartnerCheckKeys(db, asked.releaseId);
  return db.write(
    async (tx) => {
      const check = await getPartnerCheck(tx, { personId, checkId });
      if (check.result) return { result: check.result, already: true };
      const { editionId, releaseId, number, form, answers } = check;
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const result = gradePartnerCheck({ form, answers, ...keys, timedOut: by === "server" });
      await tx
        .update(partnerChecks)
        .set({ submittedAt: now, passedAt: result.passed ? now : null, result })
        .where(and(eq(partnerChecks.id, checkId), isNull(partnerChecks.submittedAt)));
      await appendEvidence(tx, {
        ...{ personId, at: now, registrationId: null, releaseId, subject: checkId },
        body: { kind: "partner_check_submitted", checkId, editionId, number, form, answers, result },
      });
      return { result, already: false };
    },
    { person: personId },
  );
}
