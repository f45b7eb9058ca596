import { useSearchParams } from "@remix-run/react";
import { paths } from "#app/platform/paths.ts";

type Query = Parameters<typeof paths.team>[0];

/** Links within the pages of one team: they keep in whose place the reader looks. */
export function useTeamLinks() {
  const standIn = useSearchParams()[0].get("for");
  return {
    standIn,
    team: (query: Query = {}) => paths.team({ for: standIn, ...query }),
    teamPeople: (query: Query = {}) => paths.teamPeople({ for: standIn, ...query }),
    teamPeopleCsv: (query: Query = {}) => paths.teamPeopleCsv({ for: standIn, ...query }),
    teamPerson: (employeeId: string) => paths.teamPerson(employeeId, { for: standIn }),
  };
}
