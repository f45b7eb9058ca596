import type { Comparison, PersonChange } from "./compare-people.ts";
import { fullName } from "./full-name.ts";
import type { PersonFields } from "./person-fields.ts";
import { visibleText } from "./visible-text.ts";

export type ImportChange = {
  kind: "added" | "changed" | "moved" | "left";
  employeeId: string;
  name: string;
  /** Empty where the person is new. */
  field: keyof PersonFields | "";
  before: string;
  after: string;
};

/** Every single change of an import, a line for each field; a new person is one line. */
export function* listImportChanges(comparison: Comparison): Generator<ImportChange> {
  for (const kind of ["added", "changed", "moved", "left"] as const) {
    for (const change of comparison[kind]) {
      const about = { kind, employeeId: change.person.employeeId ?? "", name: fullName(change.person) };
      if (change.known === null) yield { ...about, field: "", before: "", after: "" };
      // The folded address says what the address says.
      for (const field of change.fields.filter((name) => name !== "emailKey")) {
        yield { ...about, field, before: textOf(field, change.known?.[field]), after: after(change, field) };
      }
    }
  }
}

/** Somebody who leaves without a day leaves when the file is applied, whenever that is. */
function after({ person, leavesAtImport }: PersonChange, field: keyof PersonFields): string {
  return field === "leftAt" && leavesAtImport ? "when this is applied" : textOf(field, person[field]);
}

function textOf(field: keyof PersonFields, value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "";
  return field === "leftAt" ? new Date(Number(value)).toISOString() : String(value);
}

const words = { added: "Added", changed: "Changed", moved: "Other manager", left: "Left" };

/** All changes of one person in a line, without what a screen would obey. */
export function describeChange(those: readonly ImportChange[]): string {
  const [first] = those;
  if (!first) return "";
  const fields = those
    .filter(({ field }) => field !== "")
    .map(({ field, before, after }) => `${fieldWord(field)} ${before || "none"} → ${after || "none"}`);
  const about = visibleText(`${words[first.kind]}: ${first.employeeId} ${first.name}`);
  return fields.length === 0 ? about : `${about}: ${visibleText(fields.join(", "))}`;
}

function fieldWord(field: string): string {
  if (field === "managerEmployeeId") return "manager";
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
