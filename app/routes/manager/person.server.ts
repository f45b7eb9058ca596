import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { isAllowed } from "#app/features/access/roles.ts";
import { getPersonNotices } from "#app/features/notices/get-person-notices.server.ts";
import { readEditionTitles } from "#app/features/programs/read-edition-titles.server.ts";
import { getTeamPerson } from "#app/features/teams/get-team-person.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { listBegunReplays } from "./person-replays.server.ts";
import { personRow } from "./person-row.ts";
import { loadTeamWith } from "./team-sight.server.ts";

/** What the page of one person shows. */
export async function loadPerson(app: AppContext, viewer: Viewer, employeeId: string) {
  const { team, standIn } = await loadTeamWith(app, viewer, employeeId);
  const { member, right, ...person } = await getTeamPerson(app, { team, employeeId });
  const { missingSteps, minutesLeft, earliestPossibleAt } = right;
  const notices = await getPersonNotices(app, { personId: member.id });
  const replays = await listBegunReplays(app, member.id);
  const editions = await readEditionTitles(
    app.db.read,
    person.certifications.map(({ editionId }) => editionId),
  );
  return {
    ...person,
    editions,
    person: personRow(member),
    certifiedUntil: member.certifiedUntil,
    missing: missingSteps.length,
    ...{ minutesLeft, earliestPossibleAt, replays },
    notices,
    mayNudge: isAllowed(viewer.roles, "team:nudge") && notices.mayBeNudged,
    standInFor: standIn?.employeeId ?? null,
  };
}

export type PersonPageData = Awaited<ReturnType<typeof loadPerson>>;
