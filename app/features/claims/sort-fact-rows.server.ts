import type { Wave } from "../waves/wave-applies.ts";
import type { CertificationFacts, ClaimFacts, HoldFacts, OverrideFacts, PersonFacts } from "./claim-facts.ts";
import type { FactRow } from "./claim-facts-query.server.ts";

export type PublishedRelease = { id: string; editionId: string; publishedAt: number };

/** What is the same for everyone. */
export type ProgramFacts = { waves: Wave[]; releases: PublishedRelease[] };

/** A person with everything recorded about their right to claim. */
export type Subject = Pick<ClaimFacts, "certifications" | "holds" | "overrides"> & {
  id: string;
  employeeId: string;
  managerEmployeeId: string | null;
  person: PersonFacts;
};

/** Takes the rows of the one statement apart again: the program, and the people by id. */
export function sortFactRows(rows: readonly FactRow[]): { program: ProgramFacts; subjects: Map<string, Subject> } {
  const program: ProgramFacts = { waves: [], releases: [] };
  const certifications = new Map<string, CertificationFacts[]>();
  const holds = new Map<string, HoldFacts[]>();
  const overrides = new Map<string, OverrideFacts[]>();
  const people: FactRow[] = [];
  for (const row of rows) {
    const personId = row.personId ?? "";
    if (row.fact === "wave") program.waves.push(waveOf(row));
    else if (row.fact === "release") program.releases.push(releaseOf(row));
    else if (row.fact === "person") people.push(row);
    else if (row.fact === "certification") push(certifications, personId, certificationOf(row));
    else if (row.fact === "hold") push(holds, personId, { openedAt: present(row.from), liftedAt: row.until });
    else push(overrides, personId, overrideOf(row));
  }
  const subjects = people.map((row): [string, Subject] => {
    const of = present(row.personId);
    return [
      of,
      {
        ...subjectOf(row),
        certifications: certifications.get(of) ?? [],
        holds: holds.get(of) ?? [],
        overrides: overrides.get(of) ?? [],
      },
    ];
  });
  return { program, subjects: new Map(subjects) };
}

function subjectOf(row: FactRow) {
  return {
    id: present(row.personId),
    employeeId: row.id,
    managerEmployeeId: row.manager,
    person: {
      kind: present(row.name) as PersonFacts["kind"],
      country: present(row.detail),
      leftAt: row.until,
      onLeave: row.number === 1,
      knownFrom: row.from,
      knownUntil: null,
    },
  };
}

function waveOf(row: FactRow): Wave {
  return {
    id: row.id,
    editionId: present(row.name),
    countries: row.countries,
    kinds: present(row.kinds),
    effectiveAt: present(row.from),
    graceDays: row.number,
    mode: present(row.detail) as Wave["mode"],
    createdAt: present(row.recordedAt),
    withdrawnAt: row.until,
  };
}

function releaseOf(row: FactRow): PublishedRelease {
  return { id: row.id, editionId: present(row.name), publishedAt: present(row.from) };
}

function certificationOf(row: FactRow): CertificationFacts {
  return { editionId: present(row.name), validFrom: present(row.from), validUntil: present(row.until) };
}

function overrideOf(row: FactRow): OverrideFacts {
  const { recordedAt, from, until, endedAt } = row;
  return { grantedAt: present(recordedAt), validFrom: present(from), validUntil: present(until), endedAt };
}

function push<T>(lists: Map<string, T[]>, key: string, one: T) {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** A column that is never null in rows of this kind. A null would be a wrong answer at the gate, so it is none at all. */
function present<T>(value: T | null): T {
  if (value === null) throw new Error("A fact that the gate needs is missing from its row.");
  return value;
}
