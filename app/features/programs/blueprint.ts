import { findNamedEdition, type ProgramDraft } from "./program-draft.ts";

export type BlueprintRow = {
  clause: string;
  mustPass: boolean;
  /** Ids of the lessons that teach the clause, in lesson order. */
  lessons: string[];
  scenarios: number;
  items: { easy: number; medium: number; hard: number };
};

/** What the program holds for each clause of its edition. */
export function blueprintOf(draft: ProgramDraft): BlueprintRow[] {
  const clauses = findNamedEdition(draft)?.value.sections.flatMap((section) => section.clauses) ?? [];
  const lessons = draft.lessons.map(({ value }) => value).sort((a, b) => a.order - b.order);
  return clauses.map(({ id, severity }) => {
    const items = draft.items.filter(({ value }) => value.clause === id);
    const count = (difficulty: string) => items.filter(({ value }) => value.difficulty === difficulty).length;
    return {
      clause: id,
      mustPass: severity === "must-pass",
      lessons: lessons.filter(({ teaches }) => teaches.includes(id)).map((lesson) => lesson.id),
      scenarios: draft.scenarios.filter(({ value }) => value.clauses.includes(id)).length,
      items: { easy: count("easy"), medium: count("medium"), hard: count("hard") },
    };
  });
}

/** The rows as lines of text in columns. */
export function blueprintTable(rows: BlueprintRow[]): string[] {
  const cells = rows.map(({ clause, mustPass, lessons, scenarios, items }) => [
    `${clause}${mustPass ? " ★" : ""}`,
    lessons.join(", ") || "none",
    String(scenarios),
    String(items.easy + items.medium + items.hard),
    `${items.easy}/${items.medium}/${items.hard}`,
  ]);
  const table = [["clause", "lessons", "scenarios", "items", "easy/medium/hard"], ...cells];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
