import { expect, test } from "vitest";
import type { ContentNode } from "../programs/release-content.ts";
import { authorView, readerView } from "./author-view.ts";

const paragraph = (...children: ContentNode[]): ContentNode => ({ tag: "p", children });
const link = (id: string, words = id): ContentNode => ({
  tag: "a",
  props: { href: `clause:${id}` },
  children: [words],
});
const note: ContentNode = { widget: "AuthorNote", props: {}, children: [paragraph("Check the date.")] };
const clause: ContentNode = { widget: "Clause", props: { id: "ROE-4.1" } };
const heading: ContentNode = { tag: "h2", props: { id: "proof" }, children: ["Proof"] };
const practice: ContentNode = { widget: "Practice", props: { scenario: "quay-nine" } };
const edge: ContentNode = {
  widget: "Edge",
  props: {},
  children: [paragraph("See ", link("ROE-4.2", "the order"), ".")],
};
const lesson = [paragraph("A deal."), clause, paragraph("Stop."), note, heading, edge, practice];

test("a reader's lesson is the lesson without the notes for authors", () => {
  expect(readerView(lesson)).toEqual([paragraph("A deal."), clause, paragraph("Stop."), heading, edge, practice]);
});

test("an author's lesson shows the notes, and after each paragraph the clauses it stands for", () => {
  expect(authorView(lesson)).toEqual([
    paragraph("A deal."),
    clause,
    paragraph("Stop."),
    paragraph("§", " ", link("ROE-4.1")),
    { tag: "blockquote", children: [paragraph("✎"), paragraph("Check the date.")] },
    heading,
    edge,
    paragraph("§", " ", link("ROE-4.2")),
    practice,
  ]);
});

test("a clause that a paragraph names twice is linked once, before what stands only in words", () => {
  const [, links] = authorView([paragraph("ROE-6.1 and ", link("ROE-4.4"), ", so ROE-4.4 and (ROE-6.1).")]);
  expect(links).toEqual(paragraph("§", " ", link("ROE-4.4"), " ", link("ROE-6.1")));
});
