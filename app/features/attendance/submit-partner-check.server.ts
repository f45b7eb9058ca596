import type { Clock } from "#app/platform/clock.ts";
import type { AttemptResult, Database } from "#app/platform/db.server.ts";
import { closePartnerCheck } from "./close-partner-check.server.ts";

/** The person hands the check in. A second submit changes nothing and answers with the same result. */
export function submitPartnerCheck(given: {
  db: Database;
  clock: Clock;
  personId: string;
  checkId: string;
}): Promise<{ result: AttemptResult; already: boolean }> {
  return closePartnerCheck({ ...given, by: "person" });
}
