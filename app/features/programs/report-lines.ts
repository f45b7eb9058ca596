import type { BlueprintRow } from "./blueprint.ts";
import { type ProgramFigures, pathMinutes, readingMinutes } from "./report-figures.ts";

/** What a program holds, for a terminal: clauses, lessons, minutes, and whether the keys can be guessed. */
export function reportLines(rows: BlueprintRow[], figures: ProgramFigures): string[] {
  return [
    ...clauseTable(rows, figures),
    "",
    ...lessonTable(figures),
    "",
    pathLine(figures),
    ...(figures.bank.form ? [bankLine(figures.bank.items, figures.bank.form)] : []),
    ...figures.keys.map(keysLine),
  ];
}

function clauseTable(rows: BlueprintRow[], { lessons }: ProgramFigures): string[] {
  const total = (of: (row: BlueprintRow) => number) => String(rows.reduce((sum, row) => sum + of(row), 0));
  const spread = ({ easy, medium, hard }: { easy: number | string; medium: number | string; hard: number | string }) =>
    `${easy}/${medium}/${hard}`;
  return columns(
    ["clause", "lessons", "scenarios", "items", "easy/medium/hard", "story", "partner items", "for managers"],
    [
      ...rows.map((row) => [
        `${row.clause}${row.mustPass ? " ★" : ""}`,
        row.lessons.join(", ") || "none",
        String(row.scenarios),
        String(itemsOf(row)),
        spread(row.items),
        String(row.story),
        String(row.partnerItems),
        row.managerLessons.join(", "),
      ]),
      [
        `${rows.length}, ${rows.filter(({ mustPass }) => mustPass).length} ★`,
        `${lessons.filter(({ audience }) => audience === "everyone").length} in all`,
        // Each once, though a scenario may name several clauses.
        String(lessons.reduce((sum, { scenarios }) => sum + scenarios, 0)),
        total(itemsOf),
        spread({
          easy: total(({ items }) => items.easy),
          medium: total(({ items }) => items.medium),
          hard: total(({ items }) => items.hard),
        }),
        total(({ story }) => story),
        total(({ partnerItems }) => partnerItems),
        `${lessons.filter(({ audience }) => audience === "managers").length} in all`,
      ],
    ],
  );
}

function itemsOf({ items: { easy, medium, hard } }: BlueprintRow): number {
  return easy + medium + hard;
}

function lessonTable({ lessons }: ProgramFigures): string[] {
  return columns(
    ["lesson", "words", "reading min", "scenarios", "minutes", "for"],
    lessons.map((lesson) => [
      lesson.id,
      String(lesson.words),
      readingMinutes(lesson),
      String(lesson.scenarios),
      String(lesson.minutes),
      lesson.audience,
    ]),
  );
}

function pathLine({ minutes }: ProgramFigures): string {
  const parts = Object.entries(minutes)
    .filter(([, count]) => count !== null)
    .map(([part, count]) => `${part} ${count}`);
  return `The path takes ${pathMinutes(minutes)} minutes: ${parts.join(", ")}.`;
}

function bankLine(items: number, form: number): string {
  return `The bank holds ${items} items, ${(items / form).toFixed(1)} times a form of ${form}.`;
}

function keysLine({ name, questions, chance, longest, positions }: ProgramFigures["keys"][number]): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const held = chance ? "; too few to tell from chance" : "";
  return (
    `Keys of ${questions} ${name}: the longest choice in ${percent(longest.share)} (at most ${percent(longest.limit)}), ` +
    `at the positions ${positions.counts.join(" : ")} (χ² ${positions.chiSquare.toFixed(1)}, at most ${positions.limit.toFixed(1)})${held}.`
  );
}

function columns(head: string[], rows: string[][]): string[] {
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
