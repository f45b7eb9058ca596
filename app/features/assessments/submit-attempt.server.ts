import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { type ClosedAttempt, closeAttempt } from "./close-attempt.server.ts";

/** The person hands the attempt in. A second submit changes nothing and answers with the same result. */
export function submitAttempt(given: {
  db: Database;
  clock: Clock;
  personId: string;
  attemptId: string;
}): Promise<ClosedAttempt> {
  return closeAttempt({ ...given, by: "person" });
}
