import type { ReleaseSummary } from "#app/platform/db.server.ts";
import { assembleReplays, replayMinutes } from "./assemble-replays.ts";
import type { Entry } from "./check-shape.ts";
import type { ChoiceSource, EditionFile, ItemSource, ProgramFile, StorySource } from "./content-schema.ts";
import { countWords } from "./count-words.ts";
import { lessonMinutes } from "./lesson-minutes.ts";
import { findNamedEdition, type LessonDraft, type ProgramDraft, type ScenarioDraft } from "./program-draft.ts";
import { plainText } from "./record-content.ts";
import type { Choice, Item, Lesson, Replay, Scenario, Story } from "./release-content.ts";
import { storyMinutes } from "./story-graph.ts";

/** Everything that a release is made of; its id is the hash of it. */
export type CompiledProgram = {
  programId: string;
  editionId: string;
  summary: ReleaseSummary;
  modules: Lesson[];
  scenarios: Scenario[];
  items: Item[];
  partnerItems: Item[];
  story: Story | null;
  replays: Replay[];
};

/**
 * Puts a draft without problems together: lessons by their order with those of managers last, scenarios as the lessons show them, items by clause
 * and id. In which file or place something is written leaves no trace. Throws when the program or edition is missing.
 */
export function assembleRelease(draft: ProgramDraft): CompiledProgram {
  const program = draft.program?.value;
  const edition = findNamedEdition(draft)?.value;
  if (!program || !edition) throw new Error("A release is assembled only from a draft without problems.");
  const modules = draft.lessons.map(assembleLesson).sort(byAudience);
  const shown = modules.flatMap((lesson) => lesson.scenarios);
  const scenarios = draft.scenarios.map(assembleScenario).sort((a, b) => shown.indexOf(a.id) - shown.indexOf(b.id));
  const [first] = draft.stories;
  const story = first ? assembleStory(first, edition) : null;
  const replays = assembleReplays(draft);
  return {
    programId: program.id,
    editionId: edition.id,
    summary: summarise({ program, edition, modules, story, replays }),
    modules,
    scenarios,
    items: assembleItems(draft.items, edition),
    partnerItems: assembleItems(draft.partnerItems, edition),
    story,
    replays,
  };
}

function byAudience(a: Lesson, b: Lesson): number {
  return Number(a.audience === "managers") - Number(b.audience === "managers") || a.order - b.order;
}

function clausesOf(edition: EditionFile) {
  return edition.sections.flatMap(({ clauses }) => clauses);
}

function assembleItems(entries: Entry<ItemSource>[], edition: EditionFile): Item[] {
  const clauses = clausesOf(edition);
  const place = (id: string) => clauses.findIndex((clause) => clause.id === id);
  return entries
    .map(({ value }) => ({
      ...value,
      mustPass: clauses[place(value.clause)]?.severity === "must-pass",
      choices: value.choices.map(keyed),
    }))
    .sort((a, b) => place(a.clause) - place(b.clause) || (a.id < b.id ? -1 : 1));
}

/** Scenes and endings keep the order of the file, which is the order in which its author thinks of them. */
function assembleStory({ value }: Entry<StorySource>, edition: EditionFile): Story {
  const named = new Set([
    ...value.scenes.flatMap(({ choices }) => choices.flatMap((choice) => choice.clauses)),
    ...value.endings.flatMap((ending) => ending.clauses),
  ]);
  const clauses = clausesOf(edition).flatMap(({ id }) => (named.has(id) ? [id] : []));
  return { ...value, minutes: storyMinutes(value), clauses };
}

function assembleLesson({ value, marks, body }: LessonDraft): Lesson {
  const scenarios = (marks?.practices ?? []).map((mark) => mark.value);
  const minutes = lessonMinutes({ words: countWords(plainText(body)), scenarios: scenarios.length });
  return { ...value, minutes, scenarios, body };
}

function assembleScenario({ value, moduleId }: ScenarioDraft): Scenario {
  const choices = value.choices.map((choice) =>
    keyed(value.type === "ordering" ? { ...choice, correct: true } : choice),
  );
  return { ...value, moduleId, choices };
}

function keyed({ correct, ...choice }: ChoiceSource): Choice {
  return { ...choice, correct: correct === true };
}

function summarise(given: {
  program: ProgramFile;
  edition: EditionFile;
  modules: Lesson[];
  story: Story | null;
  replays: Replay[];
}): ReleaseSummary {
  const { program, edition, modules, story, replays } = given;
  const { id: _, edition: __, lessons: ___, ...rest } = program;
  return {
    ...rest,
    testOut: program.testOut ?? null,
    boosters: program.boosters ?? null,
    partnerCheck: program.partnerCheck ?? null,
    partnerAttestation: program.partnerAttestation ?? null,
    story: story && {
      id: story.id,
      title: story.title,
      summary: story.summary,
      minutes: story.minutes,
      clauses: story.clauses,
    },
    replays: replays.map(({ id, title, durationSeconds }) => ({ id, title, minutes: replayMinutes(durationSeconds) })),
    edition: {
      id: edition.id,
      title: edition.title,
      sections: edition.sections.map(({ id, title, clauses }) => ({
        id,
        title,
        clauses: clauses.map(({ id, text, severity }) => ({ id, text, mustPass: severity === "must-pass" })),
      })),
    },
    modules: summariesFor("everyone", modules),
    managerModules: summariesFor("managers", modules),
  };
}

function summariesFor(wanted: Lesson["audience"], modules: Lesson[]) {
  return modules.filter(({ audience }) => audience === wanted).map(({ body: _, audience: __, ...summary }) => summary);
}
