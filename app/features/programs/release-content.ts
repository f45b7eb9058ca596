import type { ReleaseSummary } from "#app/platform/db.server.ts";

/** What a release holds besides its summary. Answer keys are here: never hand a `Scenario` or `Item` to a page whole. */

/** A node of a compiled lesson: text, an allowed HTML element, or a registered widget. */
export type ContentNode =
  | string
  | { tag: string; props?: Record<string, string>; children?: ContentNode[] }
  | { widget: "Clause"; props: { id: string } }
  | { widget: "Practice"; props: { scenario: string } }
  | { widget: "Gain"; props: { side: "direct" | "partner" | "customer" }; children: ContentNode[] }
  | { widget: "Edge" | "Monday" | "AuthorNote"; props: Record<string, never>; children: ContentNode[] };

export type Lesson = {
  id: string;
  order: number;
  title: string;
  summary: string;
  minutes: number;
  teaches: string[];
  scenarios: string[];
  /** `managers`: for people who have reports, beside the path. */
  audience: "everyone" | "managers";
  body: ContentNode[];
};

export type Choice = { id: string; text: string; feedback: string; correct: boolean };

export type Scenario = {
  id: string;
  moduleId: string;
  title: string;
  clauses: string[];
  type: "single" | "multiple" | "ordering";
  situation: string;
  question: string;
  /** For `ordering` in the right order, each `correct: true`. */
  choices: Choice[];
};

export type Item = {
  id: string;
  clause: string;
  mustPass: boolean;
  difficulty: "easy" | "medium" | "hard";
  situation: string;
  question: string;
  choices: Choice[];
  /** Why the item discriminates. For authors; never shown to readers. */
  rationale?: string;
};

/** A deal from the first call to its end; every choice leads to a scene further on or to an ending. */
export type Story = {
  id: string;
  title: string;
  summary: string;
  minutes: number;
  clauses: string[];
  /** The id of the first scene. */
  start: string;
  scenes: StoryScene[];
  endings: StoryEnding[];
};

export type StoryScene = {
  id: string;
  title: string;
  situation: string;
  question: string;
  choices: StoryChoice[];
};

export type StoryChoice = {
  id: string;
  text: string;
  /** What follows at once, with the clause; shown when the choice is taken. */
  consequence: string;
  clauses: string[];
  leadsTo: string;
};

export type StoryEnding = {
  id: string;
  title: string;
  outcome: "good" | "mixed" | "bad";
  /** How the deal ended for each side. */
  text: string;
  /** What to take from it. */
  lesson: string;
  clauses: string[];
};

/** A recorded webinar with chapters, captions, transcript and checkpoints. Times in seconds from its start. */
export type Replay = {
  id: string;
  title: string;
  summary: string;
  durationSeconds: number;
  /** A file beside the replay's description, or an https address of an MP4 or an HLS playlist. */
  source: { file: string; type: string } | { url: string; type: string };
  /** Hash of the source file, so that a release names exactly what was shown; null for an address. */
  sourceHash: string | null;
  /** File name. */
  poster: string | null;
  captions: { language: string; label: string; file: string }[];
  /** Of the first captions: the transcript. */
  cues: { start: number; end: number; text: string }[];
  chapters: { id: string; title: string; start: number; end: number; mandatory: boolean }[];
  checkpoints: Checkpoint[];
  /** Share of the whole that must have been watched, 0–1. */
  threshold: number;
  /** Highest playback rate that counts on the first view. */
  maximumRate: number;
  /** Whether playing in a hidden tab counts on the first view: for a recording that is as good to hear as to see. */
  hiddenTabCounts: boolean;
};

export type Checkpoint = {
  id: string;
  at: number;
  clauses: string[];
  situation: string;
  question: string;
  choices: Choice[];
};

export type Release = {
  /** SHA-256 of what was compiled, in hexadecimal. */
  id: string;
  programId: string;
  editionId: string;
  publishedAt: number;
  summary: ReleaseSummary;
};
