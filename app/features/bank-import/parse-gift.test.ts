import { expect, test } from "vitest";
import { parseGift } from "./parse-gift.ts";

const bank = `// a comment
$CATEGORY: $course$/Rules

::Who leads::[html]<p>A partner brings a deal.</p><p>Who leads &amp; why?</p>{
=The partner#Right: it brought the deal.
~The rep \\= you#No.
~%0%Nobody
####Clause 2.1 decides.
}

The sky is green {F#Look again.#Yes, it is not.}

Name the two {~%50%This ~%50%That ~%-100%Neither}

Grant was buried in {=Grant's tomb ~Rome ~Paris} in 1885.

When was it? {#1885:2}

Match {=cat -> cats =dog -> dogs}

Say why. {}

Two plus two is {=four =4}

Only a text
over two lines

Broken {=a ~b`;

test("a GIFT bank: choices with feedback, gaps, true or false; everything else by line and reason", () => {
  const { questions, leftOut, notes } = parseGift(bank);
  expect(questions).toEqual([
    {
      line: 4,
      title: "Who leads",
      text: "A partner brings a deal.\nWho leads & why?",
      choices: [
        { text: "The partner", correct: true, feedback: "Right: it brought the deal." },
        { text: "The rep = you", correct: false, feedback: "No." },
        { text: "Nobody", correct: false, feedback: "" },
      ],
      feedback: "Clause 2.1 decides.",
      lost: [],
    },
    {
      line: 11,
      title: "The sky is green",
      text: "The sky is green",
      choices: [
        { text: "True", correct: false, feedback: "Look again." },
        { text: "False", correct: true, feedback: "Yes, it is not." },
      ],
      feedback: "",
      lost: [],
    },
    expect.objectContaining({ line: 15, text: "Grant was buried in _____ in 1885." }),
  ]);
  expect(leftOut.map(({ line, message }) => `${line} ${message}`)).toEqual([
    "13 “Name the two” has 2 right choices, an item has one. It was left out.",
    "17 “When was it?” asks for a number. It was left out.",
    "19 “Match” asks to match pairs. It was left out.",
    "21 “Say why.” is an essay. It was left out.",
    "23 “Two plus two is” asks for a short answer. It was left out.",
    "25 “Only a text over two lines” is a text without a question. It was left out.",
    "28 “Broken” opens a brace that is never closed. It was left out.",
  ]);
  expect(notes).toEqual([{ line: 2, message: "The category “$course$/Rules” has no place in a bank." }]);
});

test("marks behind a backslash are plain characters", () => {
  const [question] = parseGift("::a\\:\\:b:: 1 \\{ 2 \\} \\~ {=x \\~ y \\# z#why \\= so ~n\\nm}").questions;
  expect(question).toMatchObject({ title: "a::b", text: "1 { 2 } ~" });
  expect(question?.choices).toEqual([
    { text: "x ~ y # z", correct: true, feedback: "why = so" },
    { text: "n\nm", correct: false, feedback: "" },
  ]);
});
