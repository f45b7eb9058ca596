import type { ReleaseSummary } from "#app/platform/db.server.ts";
import type { ChoiceSource, EditionFile, ProgramFile } from "./content-schema.ts";
import { countWords } from "./count-words.ts";
import { lessonMinutes } from "./lesson-minutes.ts";
import { findNamedEdition, type LessonDraft, type ProgramDraft, type ScenarioDraft } from "./program-draft.ts";
import { plainText } from "./record-content.ts";
import type { Choice, Item, Lesson, Scenario } from "./release-content.ts";

/** Everything that a release is made of; its id is the hash of it. */
export type CompiledProgram = {
  programId: string;
  editionId: string;
  summary: ReleaseSummary;
  modules: Lesson[];
  scenarios: Scenario[];
  items: Item[];
};

/**
 * Puts a draft without problems together: lessons by their order, scenarios as the lessons show them, items by clause
 * and id. In which file or place something is written leaves no trace. Throws when the program or edition is missing.
 */
export function assembleRelease(draft: ProgramDraft): CompiledProgram {
  const program = draft.program?.value;
  const edition = findNamedEdition(draft)?.value;
  if (!program || !edition) throw new Error("A release is assembled only from a draft without problems.");
  const modules = draft.lessons.map(assembleLesson).sort((a, b) => a.order - b.order);
  const mustPass = new Map(
    edition.sections.flatMap(({ clauses }) =>
      clauses.map(({ id, severity }) => [id, severity === "must-pass"] as const),
    ),
  );
  const clauseOrder = [...mustPass.keys()];
  const items = draft.items
    .map(({ value }) => ({
      ...value,
      mustPass: mustPass.get(value.clause) ?? false,
      choices: value.choices.map(keyed),
    }))
    .sort((a, b) => clauseOrder.indexOf(a.clause) - clauseOrder.indexOf(b.clause) || (a.id < b.id ? -1 : 1));
  const shown = modules.flatMap((lesson) => lesson.scenarios);
  const scenarios = draft.scenarios.map(assembleScenario).sort((a, b) => shown.indexOf(a.id) - shown.indexOf(b.id));
  const summary = summarise(program, edition, modules);
  return { programId: program.id, editionId: edition.id, summary, modules, scenarios, items };
}

function assembleLesson({ value, marks, body }: LessonDraft): Lesson {
  const scenarios = (marks?.practices ?? []).map((mark) => mark.value);
  const minutes = lessonMinutes({ words: countWords(plainText(body)), scenarios: scenarios.length });
  return { ...value, minutes, scenarios, audience: "everyone", body };
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

function summarise(program: ProgramFile, edition: EditionFile, modules: Lesson[]): ReleaseSummary {
  const { id: _, edition: __, ...rest } = program;
  return {
    ...rest,
    testOut: program.testOut ?? null,
    boosters: program.boosters ?? null,
    partnerCheck: program.partnerCheck ?? null,
    story: null,
    managerModules: [],
    edition: {
      id: edition.id,
      title: edition.title,
      sections: edition.sections.map(({ id, title, clauses }) => ({
        id,
        title,
        clauses: clauses.map(({ id, text, severity }) => ({ id, text, mustPass: severity === "must-pass" })),
      })),
    },
    modules: modules.map(({ body: _, audience: __, ...summary }) => summary),
  };
}
