import type { AppContext } from "#app/platform/app-context.ts";
import type { Viewer } from "../access/require-viewer.server.ts";
import type { Team } from "./get-team.server.ts";
import type { TeamPlace } from "./team-asked.ts";

/** How work in the background finds the team in a viewer's sight. */
export type TeamOf = (app: AppContext, viewer: Viewer, place: TeamPlace) => Promise<{ team: Team }>;
