import { expect, test } from "vitest";
import { parseAiken } from "./parse-aiken.ts";

test("an Aiken bank, with what is wrong in it by line", () => {
  const bank = `Who leads new business
that a partner brings?
A. The rep
B) The partner
ANSWER: B

Without an answer?
A. Yes
B. No

Which letter?
A. One
B. Two
ANSWER: C
ANSWER: A`;
  const { questions, leftOut } = parseAiken(bank);
  expect(questions).toEqual([
    {
      line: 1,
      title: "Who leads new business\nthat a partner brings?",
      text: "Who leads new business\nthat a partner brings?",
      choices: [
        { text: "The rep", correct: false, feedback: "" },
        { text: "The partner", correct: true, feedback: "" },
      ],
      feedback: "",
      lost: [],
    },
  ]);
  expect(leftOut.map(({ line, message }) => `${line} ${message}`)).toEqual([
    "7 “Without an answer?” has no line ANSWER. It was left out.",
    "11 “Which letter?” names the answer C, which is none of its choices. It was left out.",
    "15 An answer without a question: “ANSWER: A”. It was left out.",
  ]);
});
