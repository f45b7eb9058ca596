import type { Entry } from "./check-shape.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import type { EditionFile } from "./content-schema.ts";
import type { ProgramDraft } from "./program-draft.ts";

/**
 * Sections run ROE-1, ROE-2 … and the clauses of each ROE-2.1, ROE-2.2 … without a gap, so that a clause lost from the
 * middle is noticed.
 */
export function checkNumbering(draft: ProgramDraft): ContentProblem[] {
  return draft.editions.flatMap(checkEdition);
}

function checkEdition({ value, at }: Entry<EditionFile>): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const series = (prefix: string, separator: string, ids: { id: string; path: (string | number)[] }[]) => {
    let expected = 1;
    for (const { id, path } of ids) {
      const number = Number(id.slice(prefix.length + separator.length));
      const belongs = id.startsWith(prefix + separator) && Number.isInteger(number);
      const wanted = `${prefix}${separator}${expected}`;
      if (!belongs) {
        problems.push(problemAt(at(...path), `${id} stands where ${wanted} is expected. Move it to its own section.`));
        continue;
      }
      if (number !== expected) problems.push(problemAt(at(...path), explainGap(id, wanted, number < expected)));
      expected = Math.max(expected, number) + 1;
    }
  };
  const prefix = value.sections[0]?.id.split("-")[0] ?? "";
  series(
    prefix,
    "-",
    value.sections.map(({ id }, s) => ({ id, path: ["sections", s, "id"] })),
  );
  for (const [s, section] of value.sections.entries()) {
    series(
      section.id,
      ".",
      section.clauses.map(({ id }, c) => ({ id, path: ["sections", s, "clauses", c, "id"] })),
    );
  }
  return problems;
}

function explainGap(id: string, wanted: string, again: boolean): string {
  return again
    ? `${id} stands here again or too late. Give each number once, in order; the next one here is ${wanted}.`
    : `${id} stands where ${wanted} is expected. Put ${wanted} back: numbers run without a gap and are never used anew.`;
}
