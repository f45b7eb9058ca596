import { isPresent, type People } from "./people-columns.ts";
import type { ProfileColumns } from "./profile-columns.ts";
import { type ChildLists, childLists, type ReportingOrder, reportingOrder } from "./reporting-order.ts";

/** Who is below whom. Nodes are the numbers of employee ids: managers who are not known here have one too. */
export type Organisation = ChildLists & {
  order: ReportingOrder;
  /** The slot of each node; -1 for somebody who is not known. */
  slots: Int32Array;
  /** Where each node is in the order. */
  places: Uint32Array;
  parents: Int32Array;
  /** Where each slot is by name. */
  ranks: Uint32Array;
};

const known = new WeakMap<ProfileColumns, Organisation>();

/** Made once for people who report to the same managers under the same names. */
export function organisationOf({ profiles, byName }: People): Organisation {
  const found = known.get(profiles) ?? organise(profiles, byName);
  known.set(profiles, found);
  return found;
}

function organise(profiles: ProfileColumns, byName: Uint32Array): Organisation {
  const { employees, own, manager, size } = profiles;
  const slots = new Int32Array(employees.size).fill(-1);
  const parents = new Int32Array(employees.size).fill(-1);
  for (let slot = 0; slot < size; slot++) {
    if (!isPresent(profiles, slot)) continue;
    const node = own[slot] ?? 0;
    slots[node] = slot;
    parents[node] = manager[slot] ?? -1;
  }
  const children = childLists(parents);
  const order = reportingOrder(parents, children);
  const places = new Uint32Array(order.nodes.length);
  for (const [place, node] of order.nodes.entries()) places[node] = place;
  const ranks = new Uint32Array(size);
  for (const [rank, slot] of byName.entries()) ranks[slot] = rank;
  return { order, slots, places, parents, ranks, ...children };
}

/** Somebody below a node, at any depth; nobody is below themselves. */
export function isBelow({ order, places }: Organisation, node: number, manager: number): boolean {
  const place = places[node] ?? 0;
  return node !== manager && place >= (order.from[manager] ?? 0) && place < (order.to[manager] ?? 0);
}

/** The slots of all below a node, in no order. */
export function slotsBelow({ order, slots }: Organisation, manager: number): Uint32Array {
  const [from, to] = [order.from[manager] ?? 0, order.to[manager] ?? 0];
  const found = new Uint32Array(to - from);
  let size = 0;
  for (let place = from; place < to; place++) {
    const node = order.nodes[place] ?? 0;
    const slot = slots[node] ?? -1;
    if (slot !== -1 && node !== manager) found[size++] = slot;
  }
  return found.subarray(0, size);
}

/** The slots of all below a node, by name. */
export function listBelowNode(organisation: Organisation, byName: Uint32Array, manager: number): Uint32Array {
  const ranks = slotsBelow(organisation, manager).map((slot) => organisation.ranks[slot] ?? 0);
  return ranks.sort().map((rank) => byName[rank] ?? 0);
}

/** The slots of those who report to a node itself, by name; somebody who is their own manager is not among them. */
export function listReportsOf({ firstChild, children, slots, ranks }: Organisation, manager: number): number[] {
  const nodes = children.subarray(firstChild[manager], firstChild[manager + 1]);
  return [...nodes]
    .filter((node) => node !== manager)
    .map((node) => slots[node] ?? 0)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}

export function hasReports({ firstChild }: Organisation, node: number): boolean {
  return (firstChild[node] ?? 0) < (firstChild[node + 1] ?? 0);
}

/** From the nearest manager up; ends at somebody unknown, and where a loop closes. */
export function listAbove({ parents, slots }: Organisation, node: number): number[] {
  const line: number[] = [];
  const seen = new Set([node]);
  for (let at = parents[node] ?? -1; at !== -1 && !seen.has(at); at = parents[at] ?? -1) {
    const slot = slots[at] ?? -1;
    if (slot === -1) break;
    seen.add(at);
    line.push(slot);
  }
  return line;
}

/** The slots of those without a manager here, and of one in each loop, by name: together they lead everybody. */
export function listTopSlots({ order, slots, ranks }: Organisation): number[] {
  const tops: number[] = [];
  for (let place = 0; place < order.nodes.length; ) {
    const node = order.nodes[place] ?? 0;
    const [slot, end] = [slots[node] ?? -1, Math.max(place + 1, order.to[node] ?? 0)];
    if (slot !== -1) tops.push(slot);
    // Nobody knows this manager: those who report to them have none here.
    else
      for (let under = place + 1; under < end; under = Math.max(under + 1, order.to[order.nodes[under] ?? 0] ?? 0)) {
        tops.push(slots[order.nodes[under] ?? 0] ?? 0);
      }
    place = end;
  }
  return tops.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}
