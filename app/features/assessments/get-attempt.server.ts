import { and, eq } from "drizzle-orm";
import { attempts, type Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

export type Attempt = typeof attempts.$inferSelect;

/** One attempt of this person. Throws not-found, also for an attempt of somebody else. */
export async function getAttempt(handle: Handle, scope: { personId: string; attemptId: string }): Promise<Attempt> {
  const [attempt] = await handle
    .select()
    .from(attempts)
    .where(and(eq(attempts.personId, scope.personId), eq(attempts.id, scope.attemptId)));
  if (!attempt) {
    throw new AppError(
      "not-found",
      "You have no attempt with this address. The assessment page shows the ones you have.",
    );
  }
  return attempt;
}
