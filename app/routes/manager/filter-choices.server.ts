import { listTeam, remember, type Team } from "#app/features/teams/get-team.server.ts";

export type FilterChoices = { regions: string[]; countries: string[]; departments: string[] };

/** What there is to choose from among everybody in sight. */
export function filterChoices(team: Team): FilterChoices {
  const sight = team.sight === "everybody" ? "" : team.sight.managerEmployeeId;
  return remember(team, `choices ${sight}`, () => {
    const people = listTeam(team, { manager: null });
    const values = (of: "region" | "country" | "department") => [...new Set(people.map((one) => one[of]))].sort();
    return { regions: values("region"), countries: values("country"), departments: values("department") };
  });
}
