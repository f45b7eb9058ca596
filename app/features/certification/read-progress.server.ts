import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { attempts, evidence, type Handle } from "#app/platform/db.server.ts";
import { noProgress, type Progress, progressKinds, progressOf } from "./progress.ts";

/** What a registration holds so far; `null` stands for one that is not open yet. */
export async function readProgress(handle: Handle, registrationId: string | null): Promise<Progress> {
  if (registrationId === null) return noProgress;
  const records = await handle
    .select({ kind: evidence.kind, subject: evidence.subject })
    .from(evidence)
    .where(and(eq(evidence.registrationId, registrationId), inArray(evidence.kind, [...progressKinds])));
  // Passed or not is written together with the evidence of the submit, which would bring every form along.
  const submitted = await handle
    .select({ id: attempts.id, result: attempts.result })
    .from(attempts)
    .where(and(eq(attempts.registrationId, registrationId), isNotNull(attempts.submittedAt)));
  return progressOf(records, submitted);
}
