import { gt, isNull, or, type Placeholder, type SQL } from "drizzle-orm";
import { people } from "#app/platform/db.server.ts";

/** The condition that somebody of `people` has not left at an instant, in milliseconds. */
export function isHere(now: number | Placeholder): SQL | undefined {
  return or(isNull(people.leftAt), gt(people.leftAt, now));
}
