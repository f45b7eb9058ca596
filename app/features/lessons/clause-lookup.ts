import type { ReleaseSummary } from "#app/platform/db.server.ts";

type ClauseText = { id: string; text: string; mustPass: boolean };

/** The clauses of one edition, for pages that mention them. */
export type ClauseLookup = { editionId: string; clauses: Readonly<Record<string, ClauseText>> };

export function clauseLookup({ edition }: Pick<ReleaseSummary, "edition">): ClauseLookup {
  const clauses = edition.sections.flatMap((section) => section.clauses);
  return { editionId: edition.id, clauses: Object.fromEntries(clauses.map((clause) => [clause.id, clause])) };
}

/** Text cut where it names a clause of the edition: every second piece is the number of a clause. */
export function splitAtClauses(text: string, { clauses }: ClauseLookup): string[] {
  const pieces: string[] = [""];
  for (const [index, piece] of text.split(/\b([A-Z]{2,}-\d+\.\d+)\b/u).entries()) {
    if (index % 2 === 1 && Object.hasOwn(clauses, piece)) pieces.push(piece, "");
    else pieces[pieces.length - 1] += piece;
  }
  return pieces;
}
