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
