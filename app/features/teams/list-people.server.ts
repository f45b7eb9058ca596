import { listTeam, remember, type Team } from "./get-team.server.ts";
import { type PeopleFilter, peopleMatcher, type Sort, sortPeople } from "./people-filter.ts";
import type { Member } from "./team-member.ts";

export type PeopleOrder = { sort: Sort; backwards: boolean };

/** The people that a filter means, in an order: what lists and exports show, and what figures count. */
export function listPeople(team: Team, filter: PeopleFilter, order: PeopleOrder = { sort: "name", backwards: false }) {
  // The scope is looked at first and each time, so that nothing remembered answers for somebody else's sight.
  const scope = listTeam(team, filter);
  const sight = team.sight === "everybody" ? "" : team.sight.managerEmployeeId;
  return remember(team, `people ${JSON.stringify([sight, filter, order])}`, () => {
    const manager = filter.manager ?? (team.sight === "everybody" ? null : team.sight.managerEmployeeId);
    const found = scope.filter(peopleMatcher({ ...filter, manager }));
    return sortPeople(found, order.sort, order.backwards);
  });
}

const pageSize = 50;

/** One page of a list; `page` counts from 1, and one behind the end is the last. */
export function pageOf(people: readonly Member[], page: number) {
  const pages = Math.max(1, Math.ceil(people.length / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  return { page: shown, pages, total: people.length, rows: people.slice((shown - 1) * pageSize, shown * pageSize) };
}
