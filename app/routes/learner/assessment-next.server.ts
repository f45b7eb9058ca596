import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import type { AttemptDecision } from "#app/features/assessments/attempt-policy.ts";
import type { Standing } from "#app/features/certification/get-standing.server.ts";
import { findLineManager } from "#app/features/people/find-line-manager.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { paths } from "#app/platform/paths.ts";

export type NextAttempt = {
  /** What stands in the way; null when the attempt can start now. */
  reason: Exclude<Extract<AttemptDecision, { allowed: false }>["reason"], "PASSED"> | null;
  /** Before this instant it cannot start, whatever is done. */
  availableAt: number | null;
  /** Of all attempts; `place` is that among those that count. */
  number: number;
  place: number;
  left: number;
  maximum: number;
  days: number;
  waitHours: number;
  /** A coach has yet to unlock it. */
  coach: boolean;
  /** The line manager; null stands for the program office. */
  helper: string | null;
  /** The lessons that teach what the last attempt got wrong, in their order. */
  lessons: { id: string; order: number; title: string; minutes: number; href: string; done: boolean }[];
};

/** Which rule applies to the next attempt, when it opens and what is left to do until then; null after a pass. */
export async function loadNextAttempt(
  app: AppContext,
  { standing, person }: { standing: Standing; person: Person },
): Promise<NextAttempt | null> {
  const { decision, submitted, missed, reviewed, nextNumber, left } = standing.attempts;
  if (!decision.allowed && decision.reason === "PASSED") return null;
  const { maximum, withinDays, waitHoursBeforeThird, coachUnlockFrom } = standing.release.summary.attempts;
  const reason = decision.allowed ? null : decision.reason;
  const place = submitted.length + 1;
  return {
    reason,
    availableAt: decision.allowed ? null : decision.availableAt,
    number: nextNumber,
    place,
    left,
    maximum,
    days: withinDays,
    waitHours: waitHoursBeforeThird,
    coach: reason === "COACH" || (reason === "CAP" && place >= coachUnlockFrom),
    helper: await findLineManager(app.db.read, {
      managerEmployeeId: person.managerEmployeeId,
      now: standing.asOf,
    }),
    lessons: missed.map(({ id, order, title, minutes }) => ({
      ...{ id, order, title, minutes, href: paths.lesson(id) },
      done: reviewed.has(id),
    })),
  };
}
