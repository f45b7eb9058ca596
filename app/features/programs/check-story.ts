import type { Entry } from "./check-shape.ts";
import { problemOfLength, problemOfSweeping } from "./check-words.ts";
import { contentLimits } from "./content-limits.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import type { StorySource } from "./content-schema.ts";
import type { DraftCheck } from "./program-draft.ts";
import { walkStory } from "./story-graph.ts";

const limits = contentLimits.story;

/** There is one story at most; each of its ways goes on to an ending, and each scene and ending is on a way. */
export const checkStories: DraftCheck = ({ stories }) => [
  ...stories.slice(1).map(({ at }) => {
    const first = stories[0]?.at().file;
    return problemAt(at("id"), `A program has one story, and ${first} is one. Remove one of the two.`);
  }),
  ...stories.flatMap((story) => [...checkSize(story), ...checkWays(story), ...checkTexts(story)]),
];

function checkSize({ value: { scenes, endings }, at }: Entry<StorySource>): ContentProblem[] {
  const [least, most] = limits.scenes;
  const problems: ContentProblem[] = [];
  if (scenes.length < least || scenes.length > most)
    problems.push(problemAt(at("scenes"), `The story has ${scenes.length} scenes. Write ${least} to ${most}.`));
  for (const [n, { id, choices }] of scenes.entries()) {
    const [fewest, highest] = limits.choices;
    if (choices.length < fewest || choices.length > highest) {
      const message = `Scene ${id} has ${choices.length} choices. Write ${fewest} to ${highest}.`;
      problems.push(problemAt(at("scenes", n, "choices"), message));
    }
  }
  if (endings.length < limits.endings) {
    const message = `The story has ${endings.length} of at least ${limits.endings} endings. Write more.`;
    problems.push(problemAt(at("endings"), message));
  }
  for (const outcome of ["good", "bad"] as const) {
    if (endings.some((one) => one.outcome === outcome)) continue;
    const message = `No ending has the outcome ${outcome}. Write at least one good and one bad ending.`;
    problems.push(problemAt(at("endings"), message));
  }
  return problems;
}

function checkWays({ value, at }: Entry<StorySource>): ContentProblem[] {
  const { start, scenes, endings } = value;
  if (!scenes.some(({ id }) => id === start))
    return [problemAt(at("start"), `There is no scene ${start}. Name the id of the first scene.`)];
  const known = new Set([...scenes, ...endings].map(({ id }) => id));
  const { reached, loops } = walkStory(value);
  const unreached = (kind: string) => (id: string) =>
    `No choice on a way from the start leads to ${kind} ${id}. Lead one there, or remove it.`;
  return [
    ...scenes.flatMap(({ choices }, s) =>
      choices.flatMap(({ id, leadsTo }, c) =>
        known.has(leadsTo)
          ? []
          : [
              problemAt(
                at("scenes", s, "choices", c, "leadsTo"),
                `Choice ${id} leads to ${leadsTo}, which is no scene or ending. Correct the id, or write it.`,
              ),
            ],
      ),
    ),
    ...loops.flatMap(({ scene, choice }) => {
      const { id, leadsTo } = scenes[scene]?.choices[choice] ?? { id: "", leadsTo: "" };
      const message = `Choice ${id} leads back to ${leadsTo}, so the story need not end. Lead it to a scene further on.`;
      return [problemAt(at("scenes", scene, "choices", choice, "leadsTo"), message)];
    }),
    ...scenes.flatMap(({ id }, n) =>
      reached.has(id) ? [] : [problemAt(at("scenes", n, "id"), unreached("scene")(id))],
    ),
    ...endings.flatMap(({ id }, n) =>
      reached.has(id) ? [] : [problemAt(at("endings", n, "id"), unreached("ending")(id))],
    ),
  ];
}

function checkTexts({ value, at }: Entry<StorySource>): ContentProblem[] {
  return [
    ...value.scenes.flatMap(({ id, situation, choices }, s) => [
      ...problemOfLength(
        `The situation of scene ${id}`,
        situation,
        limits.situationWords,
        at("scenes", s, "situation"),
      ),
      ...choices.flatMap((choice, c) => [
        ...problemOfLength(
          `The consequence of choice ${choice.id}`,
          choice.consequence,
          limits.consequenceWords,
          at("scenes", s, "choices", c, "consequence"),
        ),
        ...problemOfSweeping(choice, at("scenes", s, "choices", c, "text")),
      ]),
    ]),
    ...value.endings.flatMap(({ id, text, lesson }, n) => [
      ...problemOfLength(`The text of ending ${id}`, text, limits.endingWords, at("endings", n, "text")),
      ...problemOfLength(`The lesson of ending ${id}`, lesson, limits.lessonWords, at("endings", n, "lesson")),
    ]),
  ];
}
