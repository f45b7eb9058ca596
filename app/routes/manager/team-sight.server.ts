import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { listStandIns, type StandIn } from "#app/features/delegations/list-delegations.server.ts";
import { getTeam, type Sight, type Team } from "#app/features/teams/get-team.server.ts";
import { isInSight } from "#app/features/teams/is-in-sight.ts";
import type { TeamPlace } from "#app/features/teams/team-asked.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";

/** `standIn` is the manager in whose place the viewer looks; null for the own people. */
type ViewerSight = { sight: Sight; standIn: StandIn | null };

/**
 * Whose people a viewer may see now, the own first: the program office and auditors everybody, a manager those below, and
 * whoever stands in for a manager those below that one. Together they are all that the viewer may open; each is looked at
 * by itself, so that no figure mixes two teams.
 */
async function listSights(
  { db, clock }: AppContext,
  { roles, person }: Viewer,
): Promise<[ViewerSight, ...ViewerSight[]]> {
  if (roles.includes("program_office") || roles.includes("auditor")) return [{ sight: "everybody", standIn: null }];
  // Only who has reports is a manager, and reports name an employee id.
  const own: ViewerSight = { sight: { managerEmployeeId: person.employeeId ?? "" }, standIn: null };
  if (!roles.includes("team_delegate")) return [own];
  const standIns = await listStandIns(db.read, { personId: person.id, now: clock.now() });
  const others = standIns.map(
    (standIn): ViewerSight => ({ sight: { managerEmployeeId: standIn.employeeId }, standIn }),
  );
  const [first, ...more] = roles.includes("manager") ? [own, ...others] : others;
  return first ? [first, ...more] : [own];
}

export type TeamView = { team: Team; standIn: StandIn | null; choices: (StandIn | null)[] };

/**
 * The people that a page is about, as of this request: those of the manager whom `for` names, or the own; with
 * `manager` alone, those among whom that manager is. Throws not-found for somebody for whom the viewer does not stand in.
 */
export function loadTeamView(app: AppContext, viewer: Viewer, request: Request): Promise<TeamView> {
  return loadTeamAt(app, viewer, teamPlaceOf(request));
}

function teamPlaceOf(request: Request): TeamPlace {
  const query = new URL(request.url).searchParams;
  return { for: query.get("for"), manager: query.get("manager") };
}

/**
 * The same for work that runs later, by name: another team may come first by then, and whoever asked may have lost the
 * own one, or see everybody.
 */
export function lastingPlaceOf(request: Request, { team: { sight }, standIn }: Pick<TeamView, "team" | "standIn">) {
  const { for: place, manager } = teamPlaceOf(request);
  const shown = manager || (sight === "everybody" ? null : sight.managerEmployeeId);
  return { for: standIn?.employeeId ?? place, manager: shown } satisfies TeamPlace;
}

/** As `loadTeamView`, for work that goes on when the request is over. */
export async function loadTeamAt(app: AppContext, viewer: Viewer, place: TeamPlace): Promise<TeamView> {
  const sights = await listSights(app, viewer);
  const choices = sights.map(({ standIn }) => standIn);
  const asked = place.for;
  if (asked) {
    const chosen = sights.find(({ standIn, sight }) => standIn?.employeeId === asked || sight === "everybody");
    if (!chosen)
      throw new AppError("not-found", "You do not stand in for this manager, or not any more.", {
        extra: { context: "standIn" },
      });
    return { team: await getTeam(app, chosen.sight), standIn: chosen.standIn, choices };
  }
  const found = await findSight(app, sights, place.manager);
  if (place.manager && !isOf(found.team, place.manager))
    throw outOfSight("This team is not below you, or not any more.");
  return { ...found, choices };
}

/** The page of the refusal says that people may have been moved. */
function outOfSight(detail: string): AppError {
  return new AppError("not-found", detail, { extra: { context: "team" } });
}

/** The manager whose team it is, or somebody in it. */
function isOf(team: Team, employeeId: string): boolean {
  return (team.sight !== "everybody" && team.sight.managerEmployeeId === employeeId) || isInSight(team, employeeId);
}

/** As `loadTeamView` without the choices; without a request the team that a viewer looks at first. */
export async function loadTeam(app: AppContext, viewer: Viewer, request?: Request): Promise<Team> {
  if (request) return (await loadTeamView(app, viewer, request)).team;
  const [{ sight }] = await listSights(app, viewer);
  return getTeam(app, sight);
}

/** All teams that a viewer may see. */
export async function listTeams(app: AppContext, viewer: Viewer): Promise<Team[]> {
  const teams: Team[] = [];
  for (const { sight } of await listSights(app, viewer)) teams.push(await getTeam(app, sight));
  return teams;
}

/** The first of the viewer's teams that somebody is in. Throws not-found for whoever is in none. */
export async function loadTeamWith(app: AppContext, viewer: Viewer, employeeId: string) {
  const found = await findSight(app, await listSights(app, viewer), employeeId);
  if (!isInSight(found.team, employeeId)) throw outOfSight("This person is not in your team, or not any more.");
  return found;
}

async function findSight(app: AppContext, sights: [ViewerSight, ...ViewerSight[]], employeeId: string | null) {
  const [first] = sights;
  if (employeeId && sights.length > 1) {
    for (const { sight, standIn } of sights) {
      const team = await getTeam(app, sight);
      if (isOf(team, employeeId)) return { team, standIn };
    }
  }
  return { team: await getTeam(app, first.sight), standIn: first.standIn };
}
