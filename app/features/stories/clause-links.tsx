import { Link } from "@remix-run/react";
import { paths } from "#app/platform/paths.ts";

/** The clauses that something in a story rests on, each with its rule. */
export function ClauseLinks({ clauses, editionId }: { clauses: string[]; editionId: string }) {
  return clauses.map((clause, index) => (
    <span key={clause}>
      {index > 0 ? ", " : ""}
      <Link to={paths.clause(editionId, clause)} className="tabular-nums">
        {clause}
      </Link>
    </span>
  ));
}
