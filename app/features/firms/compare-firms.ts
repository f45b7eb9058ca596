import { findRepeatedIds } from "../people/find-repeated-ids.ts";
import type { Refusal } from "../people/refusal.ts";
import { domainsOf, type FirmRow, firmFeed } from "./firm-feed.ts";
import { type FirmFields, firmDifferences, firmOfValues, type KnownFirm } from "./known-firm.ts";

export type FirmChange = { firm: FirmFields; known: KnownFirm | null; fields: (keyof FirmFields)[] };

export type FirmComparison = {
  added: FirmChange[];
  changed: FirmChange[];
  unchanged: number;
  /** In the order of the file. */
  refusals: Refusal[];
  /** Rows to which the refusals belong. */
  refused: number;
};

type Input = { rows: FirmRow[]; broken: Refusal[]; known: readonly KnownFirm[] };

/** What the rows of a file would change among the known firms, and which of them cannot be taken. */
export function compareFirms({ rows, broken, known }: Input): FirmComparison {
  const { repeats, refusals: duplicates } = findRepeatedIds(rows, firmFeed);
  const counted = rows.filter((row) => !repeats.has(row));
  const good = counted.filter((row) => row.problems.length === 0 && !duplicates.has(row));
  const taken = findTakenDomains(good, known);
  const refusals = [...broken];
  for (const row of counted) {
    const amongRows = duplicates.get(row) ?? taken.get(row);
    refusals.push(...row.problems, ...(amongRows ? [amongRows] : []));
  }
  const accepted = good.filter((row) => !taken.has(row));
  const byExternalId = new Map(known.map((firm) => [firm.externalId, firm]));
  const changes = accepted.map((row): FirmChange => {
    const firm = firmOfValues(row.values);
    const before = byExternalId.get(firm.externalId) ?? null;
    return { firm, known: before, fields: before ? firmDifferences(firm, before) : [] };
  });
  return {
    added: changes.filter((change) => change.known === null),
    changed: changes.filter((change) => change.known !== null && change.fields.length > 0),
    unchanged: changes.filter((change) => change.known !== null && change.fields.length === 0).length,
    refusals: refusals.sort((a, b) => a.line - b.line),
    refused: broken.length + counted.length - accepted.length,
  };
}

/**
 * Rows that name a domain of another firm, as things would stand after the file: a domain may move when the file names
 * both firms. A refused row leaves its firm as it was, which may hold back another; so it looks again until it is quiet.
 */
function findTakenDomains(rows: FirmRow[], known: readonly KnownFirm[]): Map<FirmRow, Refusal> {
  const refusals = new Map<FirmRow, Refusal>();
  for (let found = true; found; ) {
    found = false;
    const left = rows.filter((row) => !refusals.has(row));
    const told = new Set(left.map((row) => row.values.external_id));
    const owners = new Map<string, string[]>();
    const own = (domain: string, name: string) => owners.set(domain, [...(owners.get(domain) ?? []), name]);
    for (const firm of known) if (!told.has(firm.externalId)) for (const domain of firm.domains) own(domain, firm.name);
    for (const row of left) for (const domain of domainsOf(row.values)) own(domain, row.values.name);
    for (const row of left) {
      const shared = domainsOf(row.values).find((domain) => (owners.get(domain)?.length ?? 0) > 1);
      if (shared === undefined) continue;
      refusals.set(row, takenBy(row, shared, owners.get(shared) ?? []));
      found = true;
    }
  }
  return refusals;
}

function takenBy(row: FirmRow, domain: string, owners: string[]): Refusal {
  const [other = ""] = owners.filter((name) => name !== row.values.name);
  return {
    line: row.line,
    column: "domains",
    value: domain,
    reason: "DOMAIN_TAKEN",
    explanation: `A domain belongs to one firm, and ${domain} is one of ${other || "another firm of this name"} too. Take it from that firm first, or in the same file.`,
  };
}
