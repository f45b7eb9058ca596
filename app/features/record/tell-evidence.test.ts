import { expect, test } from "vitest";
import { type ContentTexts, tellEvidence } from "./tell-evidence.ts";

const texts: ContentTexts = {
  moduleTitle: () => undefined,
  replay: (id) => (id === "talk" ? { title: "A talk", question: (one) => `Asked at ${one}` } : undefined),
  scenario: (id) =>
    id === "call" ? { title: "A call", choices: new Map([["key-right", "Ask the partner"]]) } : undefined,
  story: () => undefined,
};

test("what was asked in an assessment or a check stays out, with the answers", () => {
  const form = [{ itemId: "item-secret", clause: "ROE-1.1", choices: ["key-right"] }];
  const answers = { "item-secret": { choice: "key-right" } };
  const told = [
    tellEvidence(
      {
        kind: "attempt_submitted",
        attemptId: "a1",
        number: 1,
        form,
        answers,
        result: { correct: 0, total: 1, passed: false, timedOut: false, clauses: [] },
      },
      texts,
    ),
    tellEvidence(
      {
        kind: "lesson_check_failed",
        moduleId: "m1",
        form,
        answers,
        result: { correct: 0, total: 1, passed: false },
      },
      texts,
    ),
  ];
  expect(told).toMatchObject([
    { number: 1, result: { correct: 0 } },
    { moduleId: "m1", result: { total: 1 } },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/secret|key-right|form|answers/);
});

test("practice is told in the words of its choices; what is gone from the release is left out", () => {
  const answered = { kind: "scenario_answered" as const, answer: ["key-right", "key-gone"], correct: true };
  expect(tellEvidence({ ...answered, scenarioId: "call" }, texts)).toMatchObject({
    title: "A call",
    answer: ["Ask the partner"],
  });
  expect(tellEvidence({ ...answered, scenarioId: "gone" }, texts)).toMatchObject({ title: "gone", answer: [] });
});

test("a replay and its question are told by their words, and by their ids where a release has lost them", () => {
  const of = { replayId: "talk", media: "m" };
  expect(
    tellEvidence({ kind: "checkpoint_answered", ...of, checkpointId: "q", choice: "a", correct: true }, texts),
  ).toMatchObject({ title: "A talk", question: "Asked at q" });
  expect(tellEvidence({ kind: "replay_watched", ...of, share: 1, segments: [] }, texts)).toMatchObject({
    title: "A talk",
  });
  const gone = { kind: "transcript_section_read", ...of, replayId: "gone", section: 1, start: 0, end: 1 } as const;
  expect(tellEvidence(gone, texts)).toMatchObject({ title: "gone" });
});
