import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Clock } from "#app/platform/clock.ts";
import { attempts, certifications, type Database, evidence, type Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { findLatestRegistration } from "../certification/find-current-registration.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { plainLine } from "../claims/plain-text.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { isOverdue } from "./attempt-end.ts";
import { findUnsubmitted } from "./find-open-attempt.server.ts";
import { type Attempt, getAttempt } from "./get-attempt.server.ts";
import { getAttemptKeys } from "./get-attempt-keys.server.ts";
import { recordAttemptResult } from "./record-attempt-result.server.ts";

/** The number of an attempt in the registration that the person works in, or the one in progress. */
const whichAttempt = z.union([z.literal("current"), z.coerce.number().int().min(1)], {
  error: 'Name the attempt by its number, or "current" for the one in progress.',
});

export const voidInput = z.object({
  attempt: whichAttempt,
  by: plainLine(200, { missing: "Say who decided this.", tooLong: "A name has at most 200 characters." }),
  reason: plainLine(1000, { missing: "Give the reason.", tooLong: "A reason has at most 1,000 characters." }),
});

/**
 * A technical fault broke an attempt: from now on it is neither a pass nor one of the attempts. One in progress ends
 * first, with what it holds, in the same write. Throws not-found when the person has no such attempt, and conflict when
 * it was voided before or a certification rests on it.
 */
export async function voidAttempt(given: {
  db: Database;
  clock: Clock;
  personId: string;
  input: z.output<typeof voidInput>;
}): Promise<{ attemptId: string; number: number; wasOpen: boolean }> {
  const { db, clock, personId, input } = given;
  const { id: attemptId, releaseId } = await findNamedAttempt(given);
  const keys = await getAttemptKeys(db, releaseId);
  return db.write(
    async (tx) => {
      const attempt = await getAttempt(tx, { personId, attemptId });
      const { number, registrationId } = attempt;
      await requireVoidable(tx, attempt);
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const wasOpen = attempt.submittedAt === null;
      if (wasOpen) await recordAttemptResult(tx, { attempt, keys, timedOut: isOverdue(attempt, now), now });
      await appendEvidence(tx, {
        personId,
        at: now,
        registrationId,
        releaseId,
        subject: attemptId,
        body: { kind: "attempt_voided", attemptId, number, by: input.by, reason: input.reason },
      });
      return { attemptId, number, wasOpen };
    },
    { person: personId },
  );
}

async function findNamedAttempt({
  db,
  clock,
  personId,
  input,
}: Parameters<typeof voidAttempt>[0]): Promise<Pick<Attempt, "id" | "releaseId">> {
  const person = await getLearner(db.read, personId);
  if (input.attempt === "current") {
    const open = await findUnsubmitted(db.read, { personId });
    if (open) return open;
    throw new AppError("not-found", "No attempt of this person is in progress. Name the one you mean by its number.");
  }
  const now = clock.now();
  const { editionId } = await getEditionForPerson(db.read, { person, now });
  const latest = await findLatestRegistration(db.read, { personId, editionId, now });
  const [named] = await db.read
    .select({ id: attempts.id, releaseId: attempts.releaseId })
    .from(attempts)
    .where(and(eq(attempts.registrationId, latest?.registration.id ?? ""), eq(attempts.number, input.attempt)));
  if (named) return named;
  throw new AppError("not-found", `This person has no attempt ${input.attempt} under edition ${editionId}.`);
}

/** Writes of one person wait for each other, so a look before the insert is enough. */
async function requireVoidable(tx: Handle, { id, number, registrationId }: Attempt): Promise<void> {
  const [before] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(eq(evidence.registrationId, registrationId), eq(evidence.kind, "attempt_voided"), eq(evidence.subject, id)),
    );
  if (before) throw new AppError("conflict", `Attempt ${number} was voided before.`);
  const [certification] = await tx
    .select({ number: certifications.number })
    .from(certifications)
    .where(eq(certifications.registrationId, registrationId));
  if (!certification) return;
  throw new AppError(
    "conflict",
    `Attempt ${number} stays as it is: it belongs to the way to certificate ${certification.number}.`,
  );
}
