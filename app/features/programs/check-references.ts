import type { Entry } from "./check-shape.ts";
import { listTexts } from "./check-text.ts";
import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import type { StorySource } from "./content-schema.ts";
import { type DraftCheck, findNamedEdition, type ProgramDraft } from "./program-draft.ts";

/** Every clause that is named anywhere, in a key or in running text, exists in the edition. */
export const checkClauseReferences: DraftCheck = (draft) => {
  const edition = findNamedEdition(draft);
  if (!edition) return explainNoEdition(draft);
  const clauses = new Set(edition.value.sections.flatMap((section) => section.clauses.map(({ id }) => id)));
  const prefix = edition.value.sections[0]?.id.split("-")[0] ?? "";
  const inText = new RegExp(`\\b${prefix}-\\d+\\.\\d+\\b`, "gu");
  const unknown = (id: string, at: Place) =>
    clauses.has(id)
      ? []
      : [problemAt(at, `There is no clause ${id} in edition ${edition.value.id}. Correct the number.`)];
  const inWords = (text: string, at: Place) => (text.match(inText) ?? []).flatMap((id) => unknown(id, at));

  return [
    // Every text of every file but the other editions, which have clauses of their own.
    ...draft.sources
      .filter((source) => !draft.editions.some((one) => one !== edition && one.at().file === source.file))
      .flatMap((source) => listTexts(source.data).flatMap(({ path, text }) => inWords(text, source.at(path)))),
    ...draft.lessons.flatMap(({ value, marks, at }) => [
      ...value.teaches.flatMap((id, n) => unknown(id, at("teaches", n))),
      ...lines(marks?.clauses, at().file).flatMap(({ value, place }) => unknown(value, place)),
      ...lines(marks?.texts, at().file).flatMap(({ value, place }) => inWords(value, place)),
    ]),
    ...draft.scenarios.flatMap(({ value, at }) => value.clauses.flatMap((id, n) => unknown(id, at("clauses", n)))),
    ...[...draft.items, ...draft.partnerItems].flatMap(({ value, at }) => unknown(value.clause, at("clause"))),
    ...draft.replays.flatMap(({ value, at }) =>
      value.checkpoints.flatMap(({ clauses }, c) =>
        clauses.flatMap((id, n) => unknown(id, at("checkpoints", c, "clauses", n))),
      ),
    ),
    ...draft.stories.flatMap((story) =>
      storyClauses(story).flatMap(({ ids, path }) => ids.flatMap((id, n) => unknown(id, story.at(...path, n)))),
    ),
  ];
};

function storyClauses({ value }: Entry<StorySource>) {
  return [
    ...value.scenes.flatMap(({ choices }, s) =>
      choices.map(({ clauses }, c) => ({ ids: clauses, path: ["scenes", s, "choices", c, "clauses"] })),
    ),
    ...value.endings.map(({ clauses }, n) => ({ ids: clauses, path: ["endings", n, "clauses"] })),
  ];
}

function explainNoEdition({ program, complete }: ProgramDraft): ContentProblem[] {
  if (!program || !complete.editions) return [];
  const { edition } = program.value;
  return [problemAt(program.at("edition"), `There is no edition ${edition}. Write editions/${edition}.yaml.`)];
}

/** Links lead to pages over https, to a clause, or to a module of the program. */
export const checkLinks: DraftCheck = (draft) => {
  const modules = new Set(draft.lessons.map(({ value }) => value.id));
  const sections = findNamedEdition(draft)?.value.sections;
  const clauses = new Set(sections?.flatMap((section) => section.clauses.map(({ id }) => id)));
  const isDead = (href: string) => {
    if (href.startsWith("clause:")) return sections !== undefined && !clauses.has(href.slice("clause:".length));
    if (href.startsWith("module:")) return draft.complete.lessons && !modules.has(href.slice("module:".length));
    return !(URL.canParse(href) && new URL(href).protocol === "https:");
  };
  return draft.lessons.flatMap(({ marks, at }) =>
    lines(marks?.links, at().file)
      .filter(({ value }) => isDead(value))
      .map(({ value, place }) => problemAt(place, explainDeadLink(value))),
  );
};

function explainDeadLink(href: string): string {
  const [kind, id] = href.split(":");
  if (kind === "clause") return `The link goes to clause ${id}, which does not exist. Correct the number.`;
  if (kind === "module") return `The link goes to module ${id}, which does not exist. Correct the id.`;
  return `The link "${href}" leads nowhere. Link to https://…, clause:ROE-4.2 or module:new-business.`;
}

function lines(marks: { value: string; line: number }[] | undefined, file: string) {
  return (marks ?? []).map(({ value, line }) => ({ value, place: { file, line } }));
}
