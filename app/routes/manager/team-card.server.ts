import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { listTeam } from "#app/features/teams/get-team.server.ts";
import { getPace } from "#app/features/teams/get-team-overview.server.ts";
import { countMembers } from "#app/features/teams/team-figures.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { loadTeam } from "./team-sight.server.ts";

/** The three figures of the team page, for the home page; null where nobody is counted. */
export async function loadTeamCard(app: AppContext, viewer: Viewer) {
  const team = await loadTeam(app, viewer);
  const { people, blocked, soon } = countMembers(listTeam(team, { manager: null }));
  if (people === 0) return null;
  const pace = getPace(team, { manager: null, waveId: null });
  return {
    all: team.sight === "everybody",
    ...{ people, blocked, soon },
    pace: pace && {
      ...{ certified: pace.certified, people: pace.people, needed: pace.neededNow, due: pace.dueNow },
      waveId: pace.wave.id,
    },
  };
}

export type TeamCardData = NonNullable<Awaited<ReturnType<typeof loadTeamCard>>>;
