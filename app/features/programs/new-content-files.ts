/** Skeletons of content files. What they ask for stands in them as TODO, and `content check` names the rest. */
export type NewFile = { path: string; text: string };

type Named = { name: string; title: string };

/** A lesson and the file of its practice scenarios; `number` begins both file names, `order` is its place among lessons. */
export function newModuleFiles({ name, title, number, order }: Named & { number: number; order: number }): NewFile[] {
  const file = `${String(number).padStart(2, "0")}-${name}`;
  return [
    {
      path: `modules/${file}.mdx`,
      text: `---
id: ${name}
order: ${order}
title: "${title}"
summary: TODO, one sentence on what the lesson gives.
teaches: [TODO]
---

TODO: open with a deal. Who is in the room, what was said, and the question that comes out of it.

<Clause id="TODO" />

TODO: the rule in one plain sentence, and the reason for it.

## TODO: one idea

TODO: the text of the section.

<Practice scenario="${name}-first" />

<Edge>
TODO: where the rule bends.
</Edge>

<Gain side="partner">
TODO: what the partner gains.
</Gain>

<Gain side="direct">
TODO: what the direct team gains.
</Gain>

<Monday>
- TODO: what to do on Monday.
</Monday>
`,
    },
    { path: `scenarios/${file}.yaml`, text: `module: ${name}\nscenarios:\n${scenario(`${name}-first`)}` },
  ];
}

/** A file of the item bank with one item. */
export function newItemFile({ name }: Named): NewFile {
  const text = `items:
  - id: ${name}
    clause: TODO
    difficulty: medium # easy | medium | hard
    situation: >-
      TODO: 40 to 90 words.
    question: TODO?
${choices("20 to 50 words")}    rationale: TODO, why the item tells those who know the clause from those who do not.
`;
  return { path: `items/${name}.yaml`, text };
}

function scenario(id: string): string {
  return `  - id: ${id}
    title: TODO, the customer and the place
    clauses: [TODO]
    type: single # single | multiple | ordering
    situation: >-
      TODO: 50 to 110 words. Who is in the room, what was said, what the CRM shows, what the clock says.
    question: TODO?
${choices("25 to 60 words")}`;
}

function choices(feedback: string): string {
  return `    choices:\n${["a", "b", "c"]
    .map(
      (id) => `      - id: ${id}
        correct: ${id === "b"}
        text: TODO
        feedback: >-
          TODO: ${feedback}. What follows, the clause, what to do instead.
`,
    )
    .join("")}`;
}
