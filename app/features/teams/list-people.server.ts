import { listTeam, managerMeant, remember, type Team } from "./get-team.server.ts";
import { slotMatcher } from "./match-slots.ts";
import { listedIn, memberList } from "./member-list.ts";
import { orderSlots } from "./order-slots.ts";
import type { PeopleFilter, Sort } from "./people-filter.ts";
import type { Member } from "./team-member.ts";

export type PeopleOrder = { sort: Sort; backwards: boolean };

/** The people that a filter means, in an order: what lists and exports show, and what figures count. */
export function listPeople(
  team: Team,
  filter: PeopleFilter,
  order: PeopleOrder = { sort: "name", backwards: false },
): readonly Member[] {
  // The scope is looked at first and each time, so that nothing remembered answers for somebody else's sight.
  const manager = managerMeant(team, filter.manager);
  const scope = listTeam(team, filter);
  return remember(team, `people ${JSON.stringify([manager, filter, order.sort, order.backwards])}`, () => {
    const { people } = team;
    const slots = listedIn(scope)?.slots ?? new Uint32Array();
    const found = slots.filter(slotMatcher(people, { ...filter, manager }));
    return memberList(people, inOrder(team, found, order));
  });
}

/** `slots` come sorted by name. */
function inOrder({ people }: Team, slots: Uint32Array, { sort, backwards }: PeopleOrder): Uint32Array {
  if (sort === "name" && !backwards) return slots;
  const wanted = new Uint8Array(people.profiles.size);
  for (const slot of slots) wanted[slot] = 1;
  return orderSlots(people, sort, backwards).filter((slot) => wanted[slot] === 1);
}

const pageSize = 50;

/** One page of a list; `page` counts from 1, and one behind the end is the last. */
export function pageOf<T>(all: readonly T[], page: number) {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  return { page: shown, pages, total: all.length, rows: all.slice((shown - 1) * pageSize, shown * pageSize) };
}
