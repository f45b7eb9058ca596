import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { getTeam, type Sight, type Team } from "#app/features/teams/get-team.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";

/** The program office and auditors see everybody; a manager those below. */
export function sightOf({ roles, person }: Viewer): Sight {
  if (roles.includes("program_office") || roles.includes("auditor")) return "everybody";
  // Only who has reports is a manager, and reports name an employee id.
  return { managerEmployeeId: person.employeeId ?? "" };
}

/** The viewer's people, as of this request. */
export function loadTeam(app: AppContext, viewer: Viewer): Promise<Team> {
  return getTeam(app, sightOf(viewer));
}
