import { expect, test } from "vitest";
import type { EvidenceBody, Segment } from "#app/platform/db.server.ts";
import type { Replay } from "../programs/release-content.ts";
import type { EvidenceRecord } from "./check-chain.ts";
import { checkReplays } from "./check-replays.ts";

const choice = (id: string, correct: boolean) => ({ id, text: "", feedback: "", correct });
const replay: Replay = {
  ...{ id: "w", title: "", summary: "", durationSeconds: 100, sourceHash: "m", poster: null, captions: [], cues: [] },
  source: { file: "w.mp4", type: "video/mp4" },
  chapters: [],
  checkpoints: [
    { id: "q", at: 50, clauses: [], situation: "", question: "", choices: [choice("a", true), choice("b", false)] },
  ],
  threshold: 0.9,
  maximumRate: 1.5,
  hiddenTabCounts: false,
};

const of = { replayId: "w", media: "m" };
const whole: Segment[] = [[0, 95_000]];
const answer = { kind: "checkpoint_answered", ...of, checkpointId: "q", choice: "a", correct: true } as const;
const watched = { kind: "replay_watched", ...of, share: 0.95, segments: whole } as const;
const section = { kind: "transcript_section_read", ...of, section: 1, start: 0, end: 50_000 } as const;

function problems(bodies: EvidenceBody[], stored: { segments: Segment[]; completedAt: number | null } | null) {
  const records = bodies.map((body, n): EvidenceRecord => {
    const common = { id: `e${n}`, personId: "p", seq: n + 1, at: n + 1, registrationId: null, releaseId: "x" };
    return { ...common, kind: body.kind, subject: "w", body, previousHash: null, hash: "h" };
  });
  const watching = { personId: "p", ...of, furthest: 0, position: 0, overdraft: 0, updatedAt: 0 };
  const watchings = stored ? [{ ...watching, ...stored }] : [];
  return checkReplays(records, watchings, (_, id) => (id === "w" ? replay : null)).map(({ problem }) => problem);
}

test("what says the same in both places has nothing to say", () => {
  expect(problems([section, answer, watched], { segments: whole, completedAt: 3 })).toEqual([]);
  expect(problems([answer], { segments: [], completedAt: null })).toEqual([]);
  expect(problems([], { segments: whole, completedAt: null })).toEqual([]);
});

test.each<[string, EvidenceBody[], { segments: Segment[]; completedAt: number | null } | null]>([
  ["is answered otherwise than its release says", [{ ...answer, choice: "b" }], null],
  ["is answered otherwise than its release says", [{ ...answer, checkpointId: "none" }], null],
  ["has two answers at one checkpoint", [answer, { ...answer, choice: "b", correct: false }], null],
  ["is not the recording of its release", [{ ...answer, media: "other" }], null],
  ["is not the recording of its release", [{ ...answer, replayId: "none" }], null],
  ["has another section in its release", [{ ...section, end: 49_000 }], { segments: whole, completedAt: null }],
  ["is in the evidence and not stored as watched", [section], { segments: [[0, 49_999]], completedAt: null }],
  [
    "has another share than its parts add up to",
    [answer, { ...watched, share: 1 }],
    { segments: whole, completedAt: 2 },
  ],
  ["is recorded as watched and was not complete", [watched], { segments: whole, completedAt: 1 }],
  ["is recorded as watched twice", [answer, watched, watched], { segments: whole, completedAt: 3 }],
  ["is complete at another time than its evidence", [answer, watched], { segments: whole, completedAt: 9 }],
  ["is complete at another time than its evidence", [], { segments: whole, completedAt: 9 }],
])("%s", (problem, bodies, stored) => {
  expect(problems(bodies, stored)).toEqual([problem]);
});
