import type { PathStep } from "../certification/path-steps.ts";
import type { ClaimDecision } from "./decide-claim-right.ts";

type MissingStep = Pick<PathStep, "title" | "minutes" | "href">;

export type Unblocker = { role: "manager" | "program_office"; name?: string };

/** The decision with what helps the person who got it. */
export type ClaimRight = ClaimDecision & {
  decisionId: string;
  asOf: number;
  /** Null when nobody has the employee id. */
  personId: string | null;
  /** The edition in force for the person, or the one tried in shadow mode, in its release of that instant. */
  edition: { id: string; title: string; releaseId: string } | null;
  /** What is left to be certified, shortest way; empty for a plain yes, where training does not help, and for the past. */
  missingSteps: MissingStep[];
  minutesLeft: number;
  /** When the person could be certified at the earliest; null where no steps are missing. */
  earliestPossibleAt: number | null;
  /** Who can change a no. */
  whoCanUnblock: Unblocker[];
};

/** Whether the steps that are left matter to whoever got this answer, in force or in a trial. */
export function hasMissingSteps({ outcome, reasons, shadow }: ClaimDecision): boolean {
  if (outcome === "allow") return shadow !== null && shadow.outcome !== "allow";
  return outcome !== "deny" || isTrainingGap(reasons);
}

/** A no that the person can turn into a yes by training, and others by an override. */
export function isTrainingGap(reasons: ClaimDecision["reasons"]): boolean {
  return reasons.some((reason) => reason === "NOT_CERTIFIED" || reason === "EXPIRED" || reason === "NEW_EDITION");
}

/**
 * `now` plus the minutes of the steps. Where the next attempt may start at `attemptAllowedAt` only, the assessment and
 * what follows it begin then at the earliest.
 */
export function earliestPossibleAt(
  steps: readonly PathStep[],
  { now, attemptAllowedAt }: { now: number; attemptAllowedAt: number | null },
): number | null {
  if (steps.length === 0) return null;
  const assessment = steps.findIndex((step) => step.kind === "assessment");
  const done = now + minutesOf(steps) * 60_000;
  if (assessment === -1 || attemptAllowedAt === null) return done;
  return Math.max(done, attemptAllowedAt + minutesOf(steps.slice(assessment)) * 60_000);
}

export function minutesOf(steps: readonly { minutes: number }[]): number {
  return steps.reduce((sum, step) => sum + step.minutes, 0);
}
