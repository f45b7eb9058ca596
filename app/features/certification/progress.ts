import type { AttemptResult, EvidenceBody } from "#app/platform/db.server.ts";

/** What a registration holds so far, read from its evidence. */
export type Progress = {
  /** Read, or tested out of. */
  readModules: ReadonlySet<string>;
  /** Branching stories that the person has brought to an end at least once. */
  endedStories: ReadonlySet<string>;
  /** The assessment has been passed in this registration, by an attempt that was not voided. */
  passed: boolean;
  attested: boolean;
};

export const noProgress: Progress = {
  readModules: new Set(),
  endedStories: new Set(),
  passed: false,
  attested: false,
};

/** The kinds of evidence that tell the progress; `subject` is the module, story or attempt. */
export const progressKinds = [
  "lesson_read",
  "lesson_tested_out",
  "story_ended",
  "attempt_voided",
  "attested",
] as const satisfies EvidenceBody["kind"][];

type ProgressRecord = { kind: EvidenceBody["kind"]; subject: string };
type SubmittedAttempt = { id: string; result: Pick<AttemptResult, "passed"> | null };

/** The progress of one registration from its records of `progressKinds` and its submitted attempts. */
export function progressOf(records: readonly ProgressRecord[], submitted: readonly SubmittedAttempt[]): Progress {
  const subjects = (...kinds: EvidenceBody["kind"][]) =>
    new Set(records.filter(({ kind }) => kinds.includes(kind)).map(({ subject }) => subject));
  const voided = subjects("attempt_voided");
  return {
    readModules: subjects("lesson_read", "lesson_tested_out"),
    endedStories: subjects("story_ended"),
    passed: submitted.some(({ id, result }) => result?.passed === true && !voided.has(id)),
    attested: records.some(({ kind }) => kind === "attested"),
  };
}
