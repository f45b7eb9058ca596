import { expect, test } from "vitest";
import type { ContentNode } from "../programs/release-content.ts";
import { headingsBefore, lessonParts } from "./lesson-parts.ts";

const heading = (tag: string, id: string, title: string): ContentNode => ({ tag, props: { id }, children: [title] });
const practice = (scenario: string): ContentNode => ({ widget: "Practice", props: { scenario } });
const paragraph: ContentNode = { tag: "p", children: ["Text."] };

const body: ContentNode[] = [
  paragraph,
  practice("before-all"),
  { tag: "h2", props: { id: "who" }, children: ["Who ", { tag: "em", children: ["is"] }, " bound"] },
  paragraph,
  heading("h3", "detail", "A detail"),
  heading("h2", "when", "When"),
  { widget: "Edge", props: {}, children: [paragraph, practice("inside")] },
  heading("h2", "end", "The end"),
  practice("last"),
];

test("a lesson is cut at its second-level headings and nothing gets lost", () => {
  const { opening, parts } = lessonParts(body);
  expect(parts.map(({ slug, title }) => [slug, title])).toEqual([
    ["who", "Who is bound"],
    ["when", "When"],
    ["end", "The end"],
  ]);
  expect([...opening, ...parts.flatMap((part) => part.nodes)]).toEqual(body);
  expect(lessonParts([paragraph])).toEqual({ opening: [paragraph], parts: [] });
});

test("a practice answer stands for the headings before it, and a foreign one for none", () => {
  expect(headingsBefore(body, "before-all")).toEqual([]);
  expect(headingsBefore(body, "inside")).toEqual(["who", "when"]);
  expect(headingsBefore(body, "last")).toEqual(["who", "when", "end"]);
  expect(headingsBefore(body, "of-another-lesson")).toEqual([]);
});
