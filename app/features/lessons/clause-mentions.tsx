import { Fragment } from "react";
import type { ClauseLookup } from "./clause-lookup.ts";
import { ClauseMention } from "./clause-mention.tsx";

/** The clauses that something rests on, each with its rule a tap away. */
export function ClauseMentions({ clauses, rules }: { clauses: readonly string[]; rules: ClauseLookup }) {
  return clauses.map((clause, index) => (
    <Fragment key={clause}>
      {index > 0 ? ", " : ""}
      <ClauseMention id={clause} rules={rules} />
    </Fragment>
  ));
}
