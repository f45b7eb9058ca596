/** Shapes of the JSON columns. They are plain data, so that `db/` knows no feature. */

export type ImportTotals = {
  rows: number;
  added: number;
  changed: number;
  moved: number;
  left: number;
  unchanged: number;
  refused: number;
};

export type ReleaseSummary = {
  title: string;
  organisation: string;
  introduction: string;
  edition: { id: string; title: string; sections: SectionSummary[] };
  modules: ModuleSummary[];
  /** Read by people who have reports, beside the path; no part of the certification. */
  managerModules: ModuleSummary[];
  /** The branching story before the assessment. */
  story: StorySummary | null;
  /** A check of this many items by which a person may test out of a module; all of them must be right. */
  testOut: { items: number } | null;
  /** Days after the certification on which a booster opens, and how many scenarios it has. */
  boosters: { days: number[]; scenarios: number } | null;
  /** Recorded webinars of the partners' path, in their order. */
  replays: { id: string; title: string; minutes: number }[];
  /** The short check at the end of the partners' path. */
  partnerCheck: { id: string; title: string; items: number; passMark: number; minutes: number } | null;
  assessment: {
    id: string;
    title: string;
    items: number;
    passMark: number;
    minutes: number;
    timeLimitMinutes: number | null;
  };
  attempts: { maximum: number; withinDays: number; waitHoursBeforeThird: number; coachUnlockFrom: number };
  certification: { validMonths: number; renewalWindowDays: number };
  attestation: { title: string; minutes: number; meaning: string; statements: string[] };
};

type SectionSummary = { id: string; title: string; clauses: ClauseSummary[] };
export type ClauseSummary = { id: string; text: string; mustPass: boolean };
export type ModuleSummary = {
  id: string;
  order: number;
  title: string;
  summary: string;
  minutes: number;
  teaches: string[];
  scenarios: string[];
};

export type StorySummary = { id: string; title: string; summary: string; minutes: number; clauses: string[] };

/** A choice taken in a scene of a story, and the scene or ending it led to. */
export type StoryStep = { sceneId: string; choiceId: string; leadsTo: string; at: number };

export type LessonCheckResult = { correct: number; total: number; passed: boolean };

/** Items in the order they are asked, each with its choices in the order they are shown. */
export type AttemptForm = { itemId: string; clause: string; choices: string[] }[];

export type StoredAnswer = { choice: string };

export type AttemptResult = {
  correct: number;
  total: number;
  passed: boolean;
  /** Closed by the server when the time limit ran out, not by the person. */
  timedOut: boolean;
  clauses: { clause: string; correct: number; total: number; mustPass: boolean }[];
};

export type EvidenceBody =
  | { kind: "lesson_read"; moduleId: string }
  | { kind: "lesson_reviewed"; moduleId: string; attemptId: string }
  /** The person showed in a short check that they need not read the lesson; it counts as read. */
  | {
      kind: "lesson_tested_out" | "lesson_check_failed";
      moduleId: string;
      form: AttemptForm;
      answers: Record<string, StoredAnswer>;
      result: LessonCheckResult;
    }
  | { kind: "scenario_answered"; scenarioId: string; answer: string[]; correct: boolean }
  | {
      kind: "attempt_submitted";
      attemptId: string;
      number: number;
      form: AttemptForm;
      answers: Record<string, StoredAnswer>;
      result: AttemptResult;
    }
  /** A coach has gone through the rules with the person and opens one more attempt. */
  | { kind: "attempt_unlocked"; by: string; reason: string }
  /** A technical fault broke the attempt: it counts for nothing, neither as a pass nor as one of the attempts. */
  | { kind: "attempt_voided"; attemptId: string; number: number; by: string; reason: string }
  | {
      kind: "accommodation_granted";
      accommodationId: string;
      extraTimePercent: number | null;
      noTimeLimit: boolean;
      reason: string;
      by: string;
    }
  | { kind: "accommodation_ended"; accommodationId: string; by: string }
  | {
      kind: "story_ended";
      playId: string;
      storyId: string;
      number: number;
      path: StoryStep[];
      endingId: string;
      startedAt: number;
    }
  /** `subject` of all three is `<certificationId>/<day>`. */
  | { kind: "booster_answered"; day: number; scenarioId: string; answer: string[]; correct: boolean }
  | { kind: "booster_finished"; day: number; correct: number; total: number }
  | { kind: "booster_skipped"; day: number }
  | { kind: "attested"; typedName: string; meaning: string; statements: string[] }
  | {
      kind: "certified";
      certificationId: string;
      number: string;
      editionId: string;
      validFrom: number;
      validUntil: number;
    }
  | { kind: "held"; holdId: string; caseReference: string; reason: string; by: string }
  | { kind: "hold_lifted"; holdId: string; reason: string; by: string }
  | {
      kind: "override_granted";
      overrideId: string;
      reason: string;
      validFrom: number;
      validUntil: number;
      approvers: [string, string];
    }
  | { kind: "override_ended"; overrideId: string; by: string };

export type ClaimOutcome = "allow" | "allow_in_grace" | "allow_by_override" | "deny";

/** What the gate answered, kept with each claim. Instants in milliseconds. */
export type ClaimDecisionRecord = {
  decisionId: string;
  outcome: ClaimOutcome;
  reasons: string[];
  asOf: number;
  editionId: string | null;
  releaseId: string | null;
  waveId: string | null;
};
