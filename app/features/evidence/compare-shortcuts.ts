import { canonicalJson } from "./canonical-json.ts";
import type { Discrepancy } from "./check-chain.ts";

type Row = { id: string; personId: string };

/** Rows that are stored but not in the evidence, are missing, or differ. Compares the members that the evidence gives. */
export function compareShortcuts<T extends Row>(
  name: string,
  derived: readonly T[],
  stored: readonly T[],
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const byId = new Map(stored.map((row) => [row.id, row]));
  for (const expected of derived) {
    const row = byId.get(expected.id);
    byId.delete(expected.id);
    const say = (problem: string) =>
      found.push({ personId: expected.personId, subject: `${name} ${expected.id}`, problem });
    if (!row) {
      say("is in the evidence and not stored");
      continue;
    }
    const differing = Object.entries(expected).filter(
      ([key, value]) => canonicalJson(value) !== canonicalJson(row[key as keyof T]),
    );
    if (differing.length > 0) say(`differs from the evidence in ${differing.map(([key]) => key).join(", ")}`);
  }
  for (const row of byId.values())
    found.push({ personId: row.personId, subject: `${name} ${row.id}`, problem: "is stored without evidence" });
  return found;
}
