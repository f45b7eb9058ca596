import type { Comparison, PersonChange } from "./compare-people.ts";
import { fullName } from "./full-name.ts";
import type { ImportWarning } from "./import-warning.ts";
import type { PeopleFeed } from "./people-feed.ts";
import type { PersonFields } from "./person-fields.ts";
import type { Refusal } from "./refusal.ts";
import { visibleText } from "./visible-text.ts";
import { wholeNumber } from "./whole-number.ts";

const shownExamples = 10;

/** The lines that show what a file would change: the counts, and examples of each kind. */
export function describeComparison(
  { added, changed, moved, left, unchanged }: Comparison,
  { firstLoad, movesTo, names }: Pick<PeopleFeed<string>, "movesTo" | "names"> & { firstLoad: boolean },
): string[] {
  const told = (change: PersonChange) => `${nameOf(change)}: ${differences(change, names)}`;
  return [
    `  ${wholeNumber(added.length)} added`,
    // The first load only adds; examples of it would say nothing.
    ...(firstLoad ? [] : examples(added, nameOf)),
    `  ${wholeNumber(changed.length)} changed`,
    ...examples(changed, told),
    `  ${wholeNumber(moved.length)} moved to another ${movesTo}`,
    ...examples(moved, told),
    `  ${wholeNumber(left.length)} left`,
    ...examples(left, (change) => `${nameOf(change)}: ${departure(change)}`),
    `  ${wholeNumber(unchanged)} unchanged`,
  ];
}

/** The lines that show what was refused: how often for each reason, and the first few. */
export function describeRefusals(refusals: Refusal[], refusedRows: number): string[] {
  if (refusals.length === 0) return [];
  const reasons = new Map<string, number>();
  for (const { reason } of refusals) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const counted = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, n]) => `${reason} ${wholeNumber(n)}`);
  return [
    `  ${wholeNumber(refusedRows)} refused (${counted.join(", ")})`,
    ...examples(refusals, ({ line, column, value, explanation }) => {
      const shown = column === "" ? "" : ` ${column} ${quoted(value)}`;
      return `line ${line}${shown}: ${explanation}`;
    }),
  ];
}

export function describeWarnings(warnings: ImportWarning[]): string[] {
  return [...warnings]
    .sort((a, b) => Number(b.grave) - Number(a.grave))
    .map(({ grave, message }) => (grave ? `  CAUTION: ${message}` : `  Note: ${message}`));
}

function examples<T>(all: T[], describe: (one: T) => string): string[] {
  const lines = all.slice(0, shownExamples).map((one) => `      ${describe(one)}`);
  return all.length > shownExamples ? [...lines, `      … and ${wholeNumber(all.length - shownExamples)} more`] : lines;
}

function nameOf({ person }: PersonChange): string {
  return `${person.employeeId ?? person.externalId} ${fullName(person)}`;
}

function differences({ person, known, fields }: PersonChange, names: PeopleFeed<string>["names"]): string {
  const named = (value: PersonFields[keyof PersonFields] | undefined) => names?.get(String(value)) ?? value;
  return fields
    .filter((field) => field !== "emailKey")
    .map((field) => `${wordOf(field)} ${shown(field, named(known?.[field]))} → ${shown(field, named(person[field]))}`)
    .join(", ");
}

function departure({ person, leavesAtImport }: PersonChange): string {
  return leavesAtImport ? "left as of this import" : `left at ${shown("leftAt", person.leftAt)}`;
}

function wordOf(field: keyof PersonFields): string {
  if (field === "managerEmployeeId") return "manager";
  if (field === "firmId") return "firm";
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function shown(field: keyof PersonFields, value: PersonFields[keyof PersonFields] | undefined): string {
  if (value === null || value === undefined || value === "") return "none";
  if (field === "leftAt") return new Date(Number(value)).toISOString();
  return typeof value === "string" ? quoted(value) : value ? "yes" : "no";
}

/** Short enough for a line, and without what a terminal would obey. */
function quoted(value: string): string {
  const visible = visibleText(value);
  return `"${visible.length > 60 ? `${visible.slice(0, 59)}…` : visible}"`;
}
