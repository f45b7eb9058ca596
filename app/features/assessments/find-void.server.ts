import { and, eq } from "drizzle-orm";
import { evidence, type Handle } from "#app/platform/db.server.ts";
import { type AttemptVoid, voidsOf } from "./attempt-void.ts";
import type { Attempt } from "./get-attempt.server.ts";

/** Why an attempt counts for nothing; null for one that counts. */
export async function findVoid(
  handle: Handle,
  { id, registrationId }: Pick<Attempt, "id" | "registrationId">,
): Promise<AttemptVoid | null> {
  const records = await handle
    .select({ at: evidence.at, body: evidence.body })
    .from(evidence)
    .where(and(eq(evidence.registrationId, registrationId), eq(evidence.kind, "attempt_voided")));
  return voidsOf(records).get(id) ?? null;
}
