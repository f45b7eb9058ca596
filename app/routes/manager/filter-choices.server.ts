import { listTeam, remember, type Team } from "#app/features/teams/get-team.server.ts";
import { listValues } from "#app/features/teams/team-figures.ts";

export type FilterChoices = { regions: string[]; countries: string[]; departments: string[] };

/** What there is to choose from among everybody in sight. */
export function filterChoices(team: Team): FilterChoices {
  return remember(team, `choices ${JSON.stringify(team.sight)}`, () => {
    const people = listTeam(team, { manager: null });
    return {
      regions: listValues(people, "region"),
      countries: listValues(people, "country"),
      departments: listValues(people, "department"),
    };
  });
}
