import type { People } from "./people-columns.ts";
import type { Sort } from "./people-filter.ts";
import { dueOf } from "./standing-columns.ts";

const orders = new WeakMap<People, Map<string, Uint32Array>>();

/** Everybody's slots in an order; equal ones stay sorted by name. Made once for people as they are. */
export function orderSlots(people: People, sort: Sort, backwards: boolean): Uint32Array {
  const known = orders.get(people) ?? new Map<string, Uint32Array>();
  orders.set(people, known);
  const key = `${sort} ${backwards}`;
  const found = known.get(key) ?? order(people, sort, backwards);
  known.set(key, found);
  return found;
}

function order(people: People, sort: Sort, backwards: boolean): Uint32Array {
  const { byName } = people;
  if (sort === "name") return backwards ? byName.toReversed() : byName;
  const { heaps, heapOf } = heapsBy[sort](people);
  const ends = new Uint32Array(heaps + 1);
  const heapAt = (slot: number) => (backwards ? heaps - 1 - heapOf(slot) : heapOf(slot));
  for (const slot of byName) ends[heapAt(slot) + 1] = (ends[heapAt(slot) + 1] ?? 0) + 1;
  for (let heap = 0; heap < heaps; heap++) ends[heap + 1] = (ends[heap + 1] ?? 0) + (ends[heap] ?? 0);
  const ordered = new Uint32Array(byName.length);
  for (const slot of byName) {
    const heap = heapAt(slot);
    ordered[ends[heap] ?? 0] = slot;
    ends[heap] = (ends[heap] ?? 0) + 1;
  }
  return ordered;
}

type Heaps = { heaps: number; heapOf: (slot: number) => number };

/** For each order the number of different values, and the place of a slot's value among them. */
const heapsBy: Record<Exclude<Sort, "name">, (people: People) => Heaps> = {
  due: ({ standings, byName }) => {
    const dues = new Float64Array(byName.length);
    for (const [n, slot] of byName.entries()) dues[n] = dueOrNever(dueOf(standings, slot));
    const values = distinct(dues.sort());
    return { heaps: values.length, heapOf: (slot) => placeIn(values, dueOrNever(dueOf(standings, slot))) };
  },
  progress: ({ standings: { states, state } }) => {
    const shares = states.values.map(({ progress: { done, total } }) => (total === 0 ? 0 : done / total));
    const values = distinct(Float64Array.from(shares).sort());
    const heapOfState = shares.map((share) => placeIn(values, share));
    return { heaps: values.length, heapOf: (slot) => heapOfState[state[slot] ?? 0] ?? 0 };
  },
  country: (people) => byText(people, "country"),
  department: (people) => byText(people, "department"),
};

function byText({ profiles: { values, codes } }: People, cut: "country" | "department"): Heaps {
  const sorted = values[cut].values.toSorted();
  const places = new Map(sorted.map((value, place) => [value, place]));
  const heapOfCode = values[cut].values.map((value) => places.get(value) ?? 0);
  const column = codes[cut];
  return { heaps: sorted.length, heapOf: (slot) => heapOfCode[column[slot] ?? 0] ?? 0 };
}

function dueOrNever(due: number): number {
  return Number.isNaN(due) ? Number.POSITIVE_INFINITY : due;
}

function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((value, n) => n === 0 || value !== sorted[n - 1]);
}

function placeIn(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
