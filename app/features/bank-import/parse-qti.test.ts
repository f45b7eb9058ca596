import { expect, test } from "vitest";
import { parseQti } from "./parse-qti.ts";

const two = `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1" title="Kigali">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>B</value></correctResponse>
  </responseDeclaration>
  <itemBody>
    <p>A partner calls.</p>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
      <prompt>Who leads?</prompt>
      <simpleChoice identifier="A">You <feedbackInline identifier="A" outcomeIdentifier="F">No.</feedbackInline></simpleChoice>
      <simpleChoice identifier="B">The <em>partner</em></simpleChoice>
    </choiceInteraction>
  </itemBody>
  <modalFeedback identifier="B" outcomeIdentifier="F" showHide="show">Right.</modalFeedback>
</assessmentItem>`;

const expected = {
  title: "Kigali",
  text: "A partner calls.\nWho leads?",
  choices: [
    { text: "You", correct: false, feedback: "No." },
    { text: "The partner", correct: true, feedback: "Right." },
  ],
  feedback: "",
  lost: [],
};

test("QTI 2: one choice interaction with prompt, key and feedback", () => {
  expect(parseQti(two).questions).toEqual([{ line: 1, ...expected }]);
});

test("QTI 3 is the same by other names", () => {
  const three = two
    .replace(/<(\/?)([a-z]+[A-Z]?\w*)/g, (all, slash: string, name: string) =>
      ["p", "em"].includes(name) ? all : `<${slash}qti-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
    )
    .replace(/responseIdentifier/g, "response-identifier");
  expect(three).toContain("<qti-choice-interaction response-identifier=");
  expect(parseQti(three).questions).toEqual([{ line: 1, ...expected }]);
});

test("other interactions are left out by their kind", () => {
  const text = two.replace(/<choiceInteraction[\s\S]*<\/choiceInteraction>/, "<extendedTextInteraction/>");
  expect(parseQti(text).leftOut).toEqual([
    { line: 1, message: "“Kigali” is of the kind “extendedtextinteraction”. It was left out." },
  ]);
});

test("QTI 1.2: the key from the points, feedback by its reference", () => {
  const one = `<questestinterop><assessment><section>
  <item ident="i1" title="Kigali">
    <presentation>
      <material><mattext texttype="text/html">&lt;p&gt;A partner calls.&lt;/p&gt;Who leads?</mattext></material>
      <response_lid ident="response1" rcardinality="Single"><render_choice>
        <response_label ident="10"><material><mattext>You</mattext></material></response_label>
        <response_label ident="11"><material><mattext>The partner</mattext></material></response_label>
      </render_choice></response_lid>
    </presentation>
    <resprocessing>
      <respcondition continue="Yes"><conditionvar><varequal respident="response1">10</varequal></conditionvar><displayfeedback feedbacktype="Response" linkrefid="10_fb"/></respcondition>
      <respcondition continue="No"><conditionvar><varequal respident="response1">11</varequal></conditionvar><setvar action="Set" varname="SCORE">100</setvar><displayfeedback feedbacktype="Response" linkrefid="11_fb"/></respcondition>
    </resprocessing>
    <itemfeedback ident="10_fb"><flow_mat><material><mattext>No.</mattext></material></flow_mat></itemfeedback>
    <itemfeedback ident="11_fb"><flow_mat><material><mattext>Right.</mattext></material></flow_mat></itemfeedback>
  </item></section></assessment></questestinterop>`;
  expect(parseQti(one).questions).toEqual([{ line: 2, ...expected }]);
});
