import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { isAllowed } from "#app/features/access/roles.ts";
import type { WorkScope } from "#app/features/work/work-scope.ts";

/** The program office sees everybody's work, the others their own. */
export function workScopeOf({ roles, person }: Viewer): WorkScope {
  return isAllowed(roles, "work:everybody") ? "everybody" : { personId: person.id };
}
