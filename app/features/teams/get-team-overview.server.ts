import { findAskedManager, listDirect, listTeam, managerMeant, remember, type Team } from "./get-team.server.ts";
import { memberList } from "./member-list.ts";
import { organisationOf, slotsBelow } from "./organisation.ts";
import { type Pace, paceOf, waveToWatch } from "./pace.ts";
import { countMembers, type StatusCounts, type TeamFigures, teamFigures } from "./team-figures.ts";
import { nodeOf } from "./team-lines.ts";
import { type Member, statuses } from "./team-member.ts";

export type Group = { employeeId: string; name: string; country: string; jobTitle: string; counts: StatusCounts };

/**
 * Managers below, each with the people below them, and those who report directly, who may be the same: first who cannot
 * claim.
 */
export type Overview = { figures: TeamFigures; groups: Group[]; direct: Member[]; manager: Member | null };

export function getTeamOverview(team: Team, manager: string | null): Overview {
  const asked = findAskedManager(team, manager);
  const made = remember(team, `overview ${JSON.stringify(managerMeant(team, manager))}`, () => {
    const reports = listDirect(team, manager);
    const leading = reports.filter((one) => team.lines.reportsOf.has(one.employeeId));
    return {
      figures: teamFigures(listTeam(team, { manager })),
      groups: leading.map((one) => groupOf(team, one)).filter(({ counts }) => counts.people > 0),
      direct: reports.filter((one) => one.counted).sort(byNeed),
    };
  });
  return { ...made, manager: asked };
}

/** Who cannot claim comes first, then who claims for a time only. */
const byNeed = (a: Member, b: Member) => statuses.indexOf(a.status) - statuses.indexOf(b.status);

function groupOf({ people }: Team, { employeeId, name, country, jobTitle }: Member): Group {
  const { standings } = people;
  const slots = slotsBelow(organisationOf(people), nodeOf(people, employeeId)).filter(
    (slot) => standings.states.values[standings.state[slot] ?? 0]?.counted,
  );
  return { employeeId, name, country, jobTitle, counts: countMembers(memberList(people, slots)) };
}

/** The pace towards one wave; without an id, towards the one to watch. Null where nobody has a wave to work for. */
export function getPace(
  team: Team,
  { manager, waveId }: { manager: string | null; waveId: string | null },
): Pace | null {
  const people = listTeam(team, { manager });
  const wave = team.waves.find(({ id }) => id === waveId) ?? waveToWatch(team.waves, people, team.asOf);
  const scope = JSON.stringify(managerMeant(team, manager));
  return wave && paceOf(wave, people, team.asOf, (key, make) => remember(team, `pace ${scope} ${key}`, make));
}
