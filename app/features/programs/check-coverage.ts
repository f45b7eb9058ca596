import { contentLimits } from "./content-limits.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import { type DraftCheck, findNamedEdition, pathLessons } from "./program-draft.ts";

/** Every clause is taught and asked, and the bank is large enough to draw forms from. */
export const checkCoverage: DraftCheck = (draft) => {
  const edition = findNamedEdition(draft);
  if (!edition) return [];
  const taught = new Set(pathLessons(draft).flatMap(({ value }) => value.teaches));
  return edition.value.sections.flatMap((section, s) =>
    section.clauses.flatMap(({ id, severity }, c) => {
      const place = edition.at("sections", s, "clauses", c, "id");
      const items = draft.items.filter(({ value }) => value.clause === id).length;
      const { itemsPerClause, itemsPerMustPassClause } = contentLimits.bank;
      const wanted = severity === "must-pass" ? itemsPerMustPassClause : itemsPerClause;
      const problems: ContentProblem[] = [];
      if (draft.complete.lessons && !taught.has(id))
        problems.push(
          problemAt(place, `No lesson teaches ${id}. Name it in the "teaches" of a lesson and show it there.`),
        );
      if (draft.complete.items && items < wanted) {
        const kind = severity === "must-pass" ? "must-pass clause" : "clause";
        const message = `The ${kind} ${id} has ${items} of at least ${wanted} items in the bank. Write more.`;
        problems.push(problemAt(place, message));
      }
      return problems;
    }),
  );
};

export const checkBankSize: DraftCheck = (draft) => {
  const { program, items, complete } = draft;
  if (!program) return [];
  const form = program.value.assessment.items;
  const wanted = Math.ceil(form * contentLimits.bank.timesForm);
  const clauses = findNamedEdition(draft)?.value.sections.flatMap((section) => section.clauses) ?? [];
  const mustPass = clauses.filter(({ severity }) => severity === "must-pass").length;
  const place = program.at("assessment", "items");
  return [
    ...(complete.items && items.length < wanted
      ? [problemAt(place, `The bank has ${items.length} items for a form of ${form}. Write at least ${wanted}.`)]
      : []),
    ...(mustPass > form
      ? [problemAt(place, `A form of ${form} items cannot ask all ${mustPass} must-pass clauses. Make it longer.`)]
      : []),
  ];
};
