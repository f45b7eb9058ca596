import { and, eq, isNull } from "drizzle-orm";
import { type Database, partnerChecks } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { findChoice } from "../assessments/present-question.ts";
import { getPartnerCheck } from "./list-partner-checks.server.ts";

/**
 * Saves one answer of an open check; the last one given counts. `position` counts from 1, `choice` is the token of the
 * presented choice. `ended`: the check was submitted before, and nothing was saved. Throws not-found for a check of
 * somebody else, and validation-failed when the form has no such question or choice.
 */
export async function saveCheckAnswer(given: {
  db: Database;
  personId: string;
  checkId: string;
  position: number;
  choice: string;
}): Promise<"saved" | "ended"> {
  const { db, personId, checkId, position } = given;
  return db.write(
    async (tx) => {
      const check = await getPartnerCheck(tx, { personId, checkId });
      if (check.submittedAt !== null) return "ended";
      const found = findChoice(check.form, position, given.choice);
      if (!found)
        throw new AppError(
          "validation-failed",
          "This answer was not saved, because the question does not offer it. Load the question again and choose one of its answers.",
        );
      const answers = { ...check.answers, [found.itemId]: { choice: found.choice } };
      await tx
        .update(partnerChecks)
        .set({ answers })
        .where(and(eq(partnerChecks.id, checkId), isNull(partnerChecks.submittedAt)));
      return "saved";
    },
    { person: personId },
  );
}
