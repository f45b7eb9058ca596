import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { getAttemptResult } from "#app/features/assessments/get-attempt-result.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { loadNextAttempt } from "./assessment-next.server.ts";

/** How an attempt went and, after the last one that counts, what comes next. */
export async function loadResult(app: AppContext, { person, attemptId }: { person: Person; attemptId: string }) {
  const report = await getAttemptResult({ ...app, personId: person.id, attemptId });
  const standing = await getStanding({ ...app, personId: person.id });
  const { submitted, open } = standing.attempts;
  const isLast = open === null && submitted.at(-1)?.id === attemptId;
  return {
    ...report,
    signed: standing.progress.attested,
    next: isLast && !report.result.passed ? await loadNextAttempt(app, { standing, person }) : null,
  };
}
