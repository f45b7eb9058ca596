import { expect, test } from "vitest";
import { cutQuestion, draftItems } from "./draft-items.ts";
import { draftYaml } from "./draft-yaml.ts";
import type { ImportedQuestion } from "./imported-question.ts";

const question: ImportedQuestion = {
  line: 7,
  title: "Łódź: who leads?",
  text: "A partner calls. It is Monday. Who leads?",
  choices: [
    { text: "You", correct: false, feedback: "No." },
    { text: "The partner", correct: true, feedback: "" },
  ],
  feedback: "",
  lost: ["a picture", "a picture"],
};

test("the last sentence asks, the rest is the situation", () => {
  expect(cutQuestion("A partner calls. It is Monday. Who leads?")).toEqual({
    situation: "A partner calls. It is Monday.",
    asked: "Who leads?",
  });
  expect(cutQuestion("Who leads?")).toEqual({ situation: "", asked: "Who leads?" });
  expect(cutQuestion("She asks: “Who?”\nWhat do you say?")).toEqual({
    situation: "She asks: “Who?”",
    asked: "What do you say?",
  });
});

test("an item keeps what the question gives; the rest is TODO and in the report", () => {
  const { items, notes } = draftItems([question, question]);
  expect(items.map((item) => item.id)).toEqual(["odz-who-leads", "odz-who-leads-2"]);
  expect(items[0]).toMatchObject({
    clause: "TODO",
    situation: "A partner calls. It is Monday.",
    question: "Who leads?",
    choices: [
      { id: "a", correct: false, text: "You", feedback: "No." },
      { id: "b", correct: true, text: "The partner", feedback: "TODO" },
    ],
  });
  expect(notes.slice(0, 3)).toEqual([
    { line: 7, message: "“Łódź: who leads?”: a picture was left out." },
    { line: 7, message: "“Łódź: who leads?”: the clause, the difficulty, feedback, the rationale to be written." },
    { line: 7, message: "“Łódź: who leads?”: an item has three or four choices, this one has 2." },
  ]);
});

test("the draft is YAML that says where each item came from", () => {
  const { items } = draftItems([question], { clause: "ROE-2.1" });
  const text = draftYaml(items, { source: "bank.gift" });
  expect(text).toContain("# A draft made from bank.gift.");
  expect(text).toContain("  # line 7\n  - id: odz-who-leads\n    clause: ROE-2.1\n");
});
