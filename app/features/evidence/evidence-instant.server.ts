import { desc, eq } from "drizzle-orm";
import { evidence, type Handle } from "#app/platform/db.server.ts";

/** `now`, or the instant of the person's last record when another node's clock was a little ahead: a chain never goes back. */
export async function evidenceInstant(
  tx: Handle,
  { personId, now }: { personId: string; now: number },
): Promise<number> {
  const [last] = await tx
    .select({ at: evidence.at })
    .from(evidence)
    .where(eq(evidence.personId, personId))
    .orderBy(desc(evidence.seq))
    .limit(1);
  return Math.max(now, last?.at ?? now);
}
