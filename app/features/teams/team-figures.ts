import { type Listed, listedIn } from "./member-list.ts";
import type { People } from "./people-columns.ts";
import { type Member, type Status, statuses } from "./team-member.ts";

export type StatusCounts = Record<Status, number> & { people: number; soon: number; certifiedNow: number };
export type Cut = "region" | "country" | "department";
type Bar = { value: string; counts: StatusCounts };
export type TeamFigures = { all: StatusCounts; overdue: number; cuts: Record<Cut, Bar[]> };

const cuts = ["region", "country", "department"] as const;

function noCounts(): StatusCounts {
  return { blocked: 0, grace: 0, override: 0, certified: 0, not_required: 0, people: 0, soon: 0, certifiedNow: 0 };
}

/** All figures of some people; each cut from the most people to the fewest. */
export function teamFigures(people: Iterable<Member>): TeamFigures {
  const all = noCounts();
  const found = { region: new Map(), country: new Map(), department: new Map() } as Record<
    Cut,
    Map<string, StatusCounts>
  >;
  let overdue = 0;
  for (const { standing, times } of tally(people)) {
    count(all, standing, times);
    if (standing.overdue) overdue += times;
  }
  for (const cut of cuts) {
    for (const { standing, times, value } of tallyBy(people, cut)) {
      const counts = found[cut].get(value) ?? noCounts();
      found[cut].set(value, counts);
      count(counts, standing, times);
    }
  }
  const bars = (cut: Cut) =>
    [...found[cut]]
      .map(([value, counts]) => ({ value, counts }))
      .sort((a, b) => b.counts.people - a.counts.people || (a.value < b.value ? -1 : 1));
  return { all, overdue, cuts: { region: bars("region"), country: bars("country"), department: bars("department") } };
}

export function countMembers(people: Iterable<Member>): StatusCounts {
  const counts = noCounts();
  for (const { standing, times } of tally(people)) count(counts, standing, times);
  return counts;
}

type Standing = Pick<Member, "status" | "soon" | "certified" | "overdue" | "waveId">;

function count(counts: StatusCounts, { status, soon, certified }: Standing, times: number): void {
  counts.people += times;
  counts[status] += times;
  if (soon) counts.soon += times;
  if (certified) counts.certifiedNow += times;
}

type Tally = { standing: Standing; times: number };
const tallies = new WeakMap<Listed, Tally[]>();

/** Each standing that occurs, and how often. */
export function tally(people: Iterable<Member>): Iterable<Tally> {
  const listed = listedIn(people);
  if (!listed) return Array.from(people, (standing) => ({ standing, times: 1 }));
  const known = tallies.get(listed) ?? [...tallySlots(listed.people, listed.slots)];
  tallies.set(listed, known);
  return known;
}

/** The values that occur, sorted. */
export function listValues(people: Iterable<Member>, cut: Cut): string[] {
  return [...new Set(Array.from(tallyBy(people, cut), ({ value }) => value))].sort();
}

function* tallySlots({ standings: { states, state } }: People, slots: Uint32Array) {
  const times = new Uint32Array(states.values.length);
  for (const slot of slots) bump(times, state[slot] ?? 0);
  for (const [code, standing] of states.values.entries()) {
    const n = times[code] ?? 0;
    if (n > 0) yield { standing, times: n };
  }
}

/** As `tally` for each value of a cut. */
function* tallyBy(people: Iterable<Member>, cut: Cut): Generator<{ standing: Standing; times: number; value: string }> {
  const listed = listedIn(people);
  if (!listed) {
    for (const member of people) yield { standing: member, times: 1, value: member[cut] };
    return;
  }
  const { profiles, standings } = listed.people;
  const { values } = profiles.values[cut];
  const column = profiles.codes[cut];
  const { states, state } = standings;
  const width = states.values.length;
  const times = new Uint32Array(values.length * width);
  for (const slot of listed.slots) bump(times, (column[slot] ?? 0) * width + (state[slot] ?? 0));
  for (const [at, n] of times.entries()) {
    const standing = states.values[at % width];
    if (n > 0 && standing) yield { standing, times: n, value: values[Math.floor(at / width)] ?? "" };
  }
}

function bump(times: Uint32Array, at: number): void {
  times[at] = (times[at] ?? 0) + 1;
}

/** Those who may claim now, for whatever reason. */
export function mayClaim(counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + (status === "blocked" ? 0 : counts[status]), 0);
}
