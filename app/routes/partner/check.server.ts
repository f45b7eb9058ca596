import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { passingScore } from "#app/features/assessments/grade-attempt.ts";
import { findOpenCheck } from "#app/features/attendance/find-open-check.server.ts";
import { requirePartnerCheck } from "#app/features/attendance/get-partner-check-keys.server.ts";
import { getPartnerPath, type PartnerPath } from "#app/features/attendance/get-partner-path.server.ts";
import { type PartnerStep, stepsLeftBefore } from "#app/features/attendance/partner-path.ts";
import type { AppContext } from "#app/platform/app-context.ts";

export type NextCheck = {
  /** What stands in the way; null when the check can start now. */
  reason: "CAP" | "WAIT" | null;
  availableAt: number | null;
  number: number;
  left: number;
  maximum: number;
  days: number;
  hours: number;
};

type PageState =
  | { kind: "passed"; certificate: string | null }
  | { kind: "running"; number: number; answered: number; total: number; position: number }
  | { kind: "steps-left"; steps: Pick<PartnerStep, "id" | "title" | "minutes" | "href">[] }
  | { kind: "next"; next: NextCheck };

/** The rules of the check and which state it is in. */
export async function loadCheck(app: AppContext, person: Person) {
  const path = await getPartnerPath({ ...app, personId: person.id });
  const { items, passMark, minutes } = requirePartnerCheck(path.release);
  return {
    state: await stateOf(app, path),
    items,
    needed: passingScore(passMark, items),
    minutes,
    lastCheckId: path.checks.submitted.at(-1)?.id ?? null,
  };
}

async function stateOf(app: AppContext, path: PartnerPath): Promise<PageState> {
  const { attendance, checks, steps, person } = path;
  if (attendance || checks.passed) return { kind: "passed", certificate: attendance?.number ?? null };
  const open = await findOpenCheck({ ...app, personId: person.id });
  if (open) {
    const { answered, check } = open;
    return {
      kind: "running",
      number: check.number,
      answered: answered.filter(Boolean).length,
      total: answered.length,
      position: answered.indexOf(false) + 1 || answered.length,
    };
  }
  const left = stepsLeftBefore("check", steps);
  if (left.length > 0) return { kind: "steps-left", steps: left };
  return { kind: "next", next: nextCheck(path) };
}

/** When the next check may start, and how many are left. */
export function nextCheck({ checks, release }: Pick<PartnerPath, "checks" | "release">): NextCheck {
  const { decision, nextNumber, left } = checks;
  const { maximum, withinDays, waitHoursBeforeThird } = release.summary.attempts;
  const waits = !decision.allowed && decision.reason !== "PASSED" ? decision : null;
  return {
    reason: waits?.reason ?? null,
    availableAt: waits?.availableAt ?? null,
    number: nextNumber,
    left,
    maximum,
    days: withinDays,
    hours: waitHoursBeforeThird,
  };
}
