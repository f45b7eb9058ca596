import type { People } from "./people-columns.ts";
import { type PeopleFilter, searchWords, standingMatcher } from "./people-filter.ts";
import { flag, type ProfileColumns } from "./profile-columns.ts";
import { nodeOf } from "./team-lines.ts";
import { findPart } from "./text-column.ts";
import { listStartingWith } from "./text-index.ts";

/** Whether a filter means the person of a slot: the same as `peopleMatcher` says of the member. */
export function slotMatcher(people: People, filter: PeopleFilter): (slot: number) => boolean {
  const { profiles, standings } = people;
  const meant = standings.states.values.map(standingMatcher(filter));
  const tests: ((slot: number) => boolean)[] = [(slot) => meant[standings.state[slot] ?? 0] === true];
  for (const cut of ["region", "country", "department"] as const) {
    const wanted = filter[cut];
    if (wanted === null) continue;
    const code = profiles.values[cut].codes.get(wanted) ?? -1;
    tests.push((slot) => profiles.codes[cut][slot] === code);
  }
  for (const [wanted, bit] of [
    [filter.leave, flag.onLeave],
    [filter.contractor, flag.contractor],
  ] as const) {
    if (wanted !== null) tests.push((slot) => (((profiles.flags[slot] ?? 0) & bit) !== 0) === (wanted === "yes"));
  }
  if (filter.reports) {
    const manager = filter.manager === null ? -1 : nodeOf(people, filter.manager);
    tests.push((slot) => profiles.manager[slot] === manager);
  }
  for (const word of searchWords(filter)) {
    const found = findWord(profiles, word);
    tests.push((slot) => found[slot] === 1);
  }
  return (slot) => tests.every((test) => test(slot));
}

const searches = new WeakMap<ProfileColumns, Map<string, Uint8Array>>();
const mostSearches = 100;

/** Marks whose name has the word in it or whose employee id begins with it. Names seldom change, so it is remembered. */
function findWord(profiles: ProfileColumns, word: string): Uint8Array {
  const known = searches.get(profiles) ?? new Map<string, Uint8Array>();
  searches.set(profiles, known);
  const remembered = known.get(word);
  if (remembered) return remembered;
  const found = findPart(profiles.texts.searchKey, word, profiles.size);
  const nodes = new Set(listStartingWith(profiles.employees, word));
  if (nodes.size > 0)
    for (let slot = 0; slot < profiles.size; slot++) if (nodes.has(profiles.own[slot] ?? 0)) found[slot] = 1;
  if (known.size >= mostSearches) known.delete(known.keys().next().value ?? "");
  known.set(word, found);
  return found;
}
