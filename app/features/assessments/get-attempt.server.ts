import { and, eq, sql } from "drizzle-orm";
import { attempts, type Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";

export type Attempt = typeof attempts.$inferSelect;

const attemptOfPerson = prepareOnce("attempt_of_person", (handle) =>
  handle
    .select()
    .from(attempts)
    .where(and(eq(attempts.personId, sql.placeholder("personId")), eq(attempts.id, sql.placeholder("attemptId")))),
);

/** One attempt of this person. Throws not-found, also for an attempt of somebody else. */
export async function getAttempt(handle: Handle, scope: { personId: string; attemptId: string }): Promise<Attempt> {
  const [attempt] = await attemptOfPerson(handle, { personId: scope.personId, attemptId: scope.attemptId });
  if (!attempt) {
    throw new AppError(
      "not-found",
      "You have no attempt with this address. The assessment page shows the ones you have.",
    );
  }
  return attempt;
}
