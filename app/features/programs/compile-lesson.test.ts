import { expect, test } from "vitest";
import { compileLesson } from "./compile-lesson.server.ts";

/** Compiles a lesson with this body and expects no problem. */
async function compileBody(body: string) {
  const front = "---\nid: a\norder: 1\ntitle: A\nsummary: A lesson.\nteaches: [ROE-1.1]\n---\n";
  const { lesson, problems } = await compileLesson({ file: "a.mdx", text: `${front}\n${body}\n` });
  expect(problems).toEqual([]);
  return lesson?.body;
}

test("text wrapped in the file is one text, and emphasis keeps its spaces", async () => {
  expect(await compileBody("One *two*\n*three* four\nfive `six`.")).toEqual([
    {
      tag: "p",
      children: [
        "One ",
        { tag: "em", children: ["two"] },
        " ",
        { tag: "em", children: ["three"] },
        " four five ",
        { tag: "code", children: ["six"] },
        ".",
      ],
    },
  ]);
});

test("entities become characters", async () => {
  expect(await compileBody("A &#123;brace&#125; &lt;b&gt; &amp; a “quote”.")).toEqual([
    { tag: "p", children: ["A {brace} <b> & a “quote”."] },
  ]);
});

test("lists nest, keep their start and lose the space between their items", async () => {
  expect(await compileBody("3. a\n4. b\n   - c\n\n- d\n\n- e")).toEqual([
    {
      tag: "ol",
      props: { start: "3" },
      children: [
        { tag: "li", children: ["a"] },
        { tag: "li", children: ["b", { tag: "ul", children: [{ tag: "li", children: ["c"] }] }] },
      ],
    },
    {
      tag: "ul",
      children: [
        { tag: "li", children: [{ tag: "p", children: ["d"] }] },
        { tag: "li", children: [{ tag: "p", children: ["e"] }] },
      ],
    },
  ]);
});

test("a table loses its alignment and keeps its line breaks", async () => {
  const row = (tag: string, a: unknown[], b: unknown[]) => ({
    tag: "tr",
    children: [
      { tag, children: a },
      { tag, children: b },
    ],
  });
  expect(await compileBody("| a | b |\n| :- | -: |\n| c<br/>d | e |")).toEqual([
    {
      tag: "table",
      children: [
        { tag: "thead", children: [row("th", ["a"], ["b"])] },
        { tag: "tbody", children: [row("td", ["c", { tag: "br" }, "d"], ["e"])] },
      ],
    },
  ]);
});

test("headings get an anchor each, links keep their address", async () => {
  expect(
    await compileBody("## Why *now*\n\n### Why now\n\n[x](clause:ROE-1.1) [y](https://example.com/?a=1&b=2)"),
  ).toEqual([
    { tag: "h2", props: { id: "why-now" }, children: ["Why ", { tag: "em", children: ["now"] }] },
    { tag: "h3", props: { id: "why-now-2" }, children: ["Why now"] },
    {
      tag: "p",
      children: [
        { tag: "a", props: { href: "clause:ROE-1.1" }, children: ["x"] },
        " ",
        { tag: "a", props: { href: "https://example.com/?a=1&b=2" }, children: ["y"] },
      ],
    },
  ]);
});

test("widgets stand in the tree with their attributes and content", async () => {
  const body =
    '<Clause id="ROE-1.1" />\n\n<Gain side="direct">\ntext\n</Gain>\n\n<Monday>\n- a\n</Monday>\n\n***\n\n> b';
  expect(await compileBody(body)).toEqual([
    { widget: "Clause", props: { id: "ROE-1.1" } },
    { widget: "Gain", props: { side: "direct" }, children: [{ tag: "p", children: ["text"] }] },
    { widget: "Monday", props: {}, children: [{ tag: "ul", children: [{ tag: "li", children: ["a"] }] }] },
    { tag: "hr" },
    { tag: "blockquote", children: [{ tag: "p", children: ["b"] }] },
  ]);
});

test("a lesson cannot reach the machine it is compiled on", async () => {
  const reach = "a\n\nexport const x = globalThis.reached = true\n\n{globalThis.reached = true}";
  const { lesson } = await compileLesson({ file: "a.mdx", text: `---\nid: a\n---\n${reach}` });
  expect(lesson).toBeNull();
  expect("reached" in globalThis).toBe(false);
});
