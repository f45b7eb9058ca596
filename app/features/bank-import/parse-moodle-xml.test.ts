import { expect, test } from "vitest";
import { parseMoodleXml } from "./parse-moodle-xml.ts";
import { UnreadableXml } from "./xml-tree.ts";

const bank = `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category"><category><text>$course$/top</text></category></question>
  <question type="multichoice">
    <name><text>Kigali</text></name>
    <questiontext format="html"><text><![CDATA[<p>A partner&nbsp;calls. <img src="@@PLUGINFILE@@/a.png"></p><p>Who leads?</p>]]></text></questiontext>
    <generalfeedback format="html"><text>Read 2.1.</text></generalfeedback>
    <single>true</single>
    <answer fraction="0" format="html"><text>You</text><feedback format="html"><text><![CDATA[<b>No</b>.]]></text></feedback></answer>
    <answer fraction="100" format="html"><text>The partner</text><feedback><text></text></feedback></answer>
    <answer fraction="-25" format="html"><text>Nobody</text></answer>
    <tags><tag><text>rules</text></tag></tags>
  </question>
  <question type="truefalse">
    <name><text>Sure</text></name>
    <questiontext format="html"><text>It is so.</text></questiontext>
    <answer fraction="100"><text>true</text></answer>
    <answer fraction="0"><text>false</text></answer>
  </question>
  <question type="matching"><name><text>Pairs</text></name></question>
</quiz>`;

test("a Moodle XML bank: text out of HTML, and what is lost of each question", () => {
  const { questions, leftOut, notes } = parseMoodleXml(bank);
  expect(questions[0]).toEqual({
    line: 4,
    title: "Kigali",
    text: "A partner calls.\nWho leads?",
    choices: [
      { text: "You", correct: false, feedback: "No." },
      { text: "The partner", correct: true, feedback: "" },
      { text: "Nobody", correct: false, feedback: "" },
    ],
    feedback: "Read 2.1.",
    lost: ["a picture", "the tag “rules”", "the weight -25 % of a choice"],
  });
  expect(questions[1]?.choices.map((choice) => choice.text)).toEqual(["True", "False"]);
  expect(leftOut).toEqual([{ line: 20, message: "“Pairs” asks to match pairs. It was left out." }]);
  expect(notes).toEqual([{ line: 3, message: "The category “$course$/top” has no place in a bank." }]);
});

test("XML that breaks off is refused with its line", () => {
  expect(() => parseMoodleXml("<quiz>\n<question>")).toThrow(UnreadableXml);
  expect(() => parseMoodleXml("<quiz>\n</question>")).toThrow(/^Line 2: /);
});

test("entities of a document type are not expanded", () => {
  const bomb = '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><quiz>&a;&b;</quiz>';
  expect(() => parseMoodleXml(bomb)).toThrow(UnreadableXml);
});
