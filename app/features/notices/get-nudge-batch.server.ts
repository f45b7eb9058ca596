import { and, asc, eq } from "drizzle-orm";
import { type Handle, nudgeBatches, nudges, people } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { fullName } from "../people/full-name.ts";

/** What became of a batch that this person sent. Throws not-found for anybody else's. */
export async function getNudgeBatch(handle: Handle, { batchId, byPersonId }: { batchId: string; byPersonId: string }) {
  const [batch] = await handle
    .select()
    .from(nudgeBatches)
    .where(and(eq(nudgeBatches.id, batchId), eq(nudgeBatches.byPersonId, byPersonId)));
  if (!batch) throw new AppError("not-found", "There is no such nudge, or it is not yours.");
  const rows = await handle
    .select({ person: people, outcome: nudges.outcome })
    .from(nudges)
    .innerJoin(people, eq(people.id, nudges.personId))
    .where(eq(nudges.batchId, batchId))
    .orderBy(asc(people.familyName), asc(people.givenName));
  return {
    sent: rows.filter(({ outcome }) => outcome === "sent").length,
    refused: rows.flatMap(({ person, outcome }) =>
      outcome === "sent" ? [] : [{ id: person.id, name: fullName(person), refusal: outcome }],
    ),
  };
}
