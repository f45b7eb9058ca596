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
  /** What partners sign at the end of their path, and what the direct side promises in return. */
  partnerAttestation: {
    title: string;
    minutes: number;
    meaning: string;
    statements: string[];
    promises: string[];
  } | null;
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

/** A part of a replay, in milliseconds from its start. */
export type Segment = [start: number, end: number];

/**
 * What a player reports: one unbroken stretch of play at one rate, from where it began until now. Instants are
 * milliseconds since the session began, positions milliseconds of the replay. Each beat of a stretch tells all of it, so
 * that a lost one is made good by the next.
 */
export type WatchBeat = {
  /** Rises with each beat of the session. */
  seq: number;
  /** Counts from 1; a pause, a seek, a stall, another rate and hiding the tab end a stretch. */
  stretch: number;
  since: number;
  from: number;
  at: number;
  position: number;
  rate: number;
  visible: boolean;
};

/** How far a stretch is believed, up to the beat `seq`. */
export type BelievedStretch = Pick<WatchBeat, "stretch" | "seq" | "since" | "from" | "at" | "position">;

export type BeatLog = {
  /** The latest ones, in order. */
  stretches: BelievedStretch[];
  /** Stretches up to this number, and the time before `closedBefore`, take nothing more. */
  closedUpTo: number;
  closedBefore: number;
  /** Beats that begin past the furthest point: they wait for the one before them, which is late. */
  waiting: WatchBeat[];
};

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
  /** `subject` is `<replayId>/<checkpointId>`. */
  | {
      kind: "checkpoint_answered";
      replayId: string;
      media: string;
      checkpointId: string;
      choice: string;
      correct: boolean;
    }
  /** The equal path without video. `subject` is `<replayId>/<section>`, counted from 1; milliseconds of the replay. */
  | { kind: "transcript_section_read"; replayId: string; media: string; section: number; start: number; end: number }
  | { kind: "replay_watched"; replayId: string; media: string; share: number; segments: Segment[] }
  /** `subject` is the check. */
  | {
      kind: "partner_check_submitted";
      checkId: string;
      editionId: string;
      number: number;
      form: AttemptForm;
      answers: Record<string, StoredAnswer>;
      result: AttemptResult;
    }
  /** A partner's signature, and what was promised in return. `subject` of this one and the next is the edition. */
  | { kind: "partner_attested"; typedName: string; meaning: string; statements: string[]; promises: string[] }
  /** `firmName` is that of the partner's firm on that day. */
  | {
      kind: "attended";
      attendanceId: string;
      number: string;
      editionId: string;
      firmName: string | null;
      issuedAt: number;
    }
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

/** A message in the words of its reader, before it becomes text and HTML. Plain texts, no markup. */
export type MessageContent = {
  subject: string;
  greeting: string | null;
  blocks: MessageBlock[];
  /** Why the reader gets it, and whom to ask. */
  reasonLine: string;
};

export type MessageBlock =
  | { kind: "text"; text: string }
  /** What somebody wrote by hand, shown as theirs. */
  | { kind: "quote"; by: string; text: string }
  /** `path` begins with `/` and is completed with the origin when it is sent. */
  | {
      kind: "action";
      label: string;
      path: string;
      /** Whoever knows the path may act as the reader: it is forgotten (`path` is empty) once the message was sent or given up. */
      secret?: true;
    }
  | { kind: "facts"; facts: { label: string; value: string }[] }
  | { kind: "list"; title: string | null; items: { text: string; path: string | null }[] };

/** What background work came to. */
export type WorkResult = {
  /** Figures by name; the words are in the catalogue. */
  counts: Record<string, number>;
  /** Sentences of the features, most important first. */
  notes: { tone: "info" | "warn" | "stop"; text: string }[];
  /** What a following step holds on to, such as the hash of what was looked at. */
  data: Record<string, string>;
};

/** Why background work ended without what was asked for. `words` are sentences that its reader may see. */
export type WorkFailure = { code: "refused" | "stopped" | "too_often" | "broken"; words: string | null };
/** When and how people are reminded. Days are calendar days where the reader is, minutes those of the reader's day. */
export type NoticePolicy = {
  /** Days before the right to claim ends. */
  before: number[];
  /** Days after it ended: to the manager, and one level up. */
  managerAfter: number;
  upperAfter: number;
  /** A step after the end that was missed is still told so many days later; then the weekly digest alone tells it. */
  lateDays: number;
  /** Nothing is sent outside these minutes of the day, nor on other weekdays (1 is Monday). */
  open: number;
  close: number;
  weekdays: number[];
  /** The weekday of the managers' digest, and how many days later one that was missed is still sent. */
  digestWeekday: number;
  digestLateDays: number;
  /** From which minute of the day on it is sent; the opening counts where that is later. */
  digestFrom: number;
  /** A run that would reach more than this share of everybody, and more than `fewOnly`, waits to be confirmed. */
  blastShare: number;
  fewOnly: number;
  /** How many nudges a person gets in seven days, whoever sends them. */
  nudgesAWeek: number;
};

/** How many mails, cut three ways; each cut adds up to `mails`. */
export type NoticeSummary = {
  mails: number;
  steps: NoticeCount[];
  countries: NoticeCount[];
  languages: NoticeCount[];
  /** Mails of a run that could not be written; only the first of very many are named. */
  unwritten?: { mails: number; first: UnwrittenNotice[] };
};
/** Which step about whom could not be told to whom, and what went wrong. */
export type UnwrittenNotice = { toPersonId: string; personId: string; occasion: string; step: string; said: string };
type NoticeCount = { value: string; mails: number };

/** Why a message is not sent (yet). */
export type MessageOutcome =
  /** Waiting again: the server was not there, or asked to come back later. */
  | "in_vain"
  /** Waiting: it is no time to write to its reader. */
  | "quiet_hours"
  /** Waiting: what causes such messages is turned off. */
  | "turned_off"
  /** Dead: the server knows no such mailbox; it will have nothing to do with the message; the last try was in vain. */
  | "address_refused"
  | "refused"
  | "given_up"
  /** Dead: the message was handed over, and nobody said whether it was taken. */
  | "may_have_been_sent"
  /** Dead: another message to this address was refused before. */
  | "address_refuses"
  /** Dead: it was taken, and came back. */
  | "bounced"
  /** Dead: it cannot be written, as without a usable address. */
  | "unwritable"
  /** Dropped: the reader does not want optional mail; has left; does not need it any more. */
  | "opted_out"
  | "person_left"
  | "not_wanted";
