import { flag, type ProfileColumns } from "./profile-columns.ts";
import { textAt } from "./text-column.ts";

type Named = { slot: number; key: string };
type Given = {
  before: Uint32Array;
  /** Slots that may stand elsewhere than before, or not at all. */
  renamed: ReadonlySet<number>;
  pause: () => Promise<void>;
};

/** More than so many are sorted anew, in pieces; fewer are put into the order there is. */
const mostToInsert = 2000;

/** The slots of everybody who is there, by name and then by slot. */
export async function orderByName(profiles: ProfileColumns, { before, renamed, pause }: Given): Promise<Uint32Array> {
  if (renamed.size > mostToInsert) return sortAnew(profiles, pause);
  const kept = renamed.size === 0 ? before : before.filter((slot) => !renamed.has(slot));
  const moved = [...renamed].filter((slot) => isPresent(profiles, slot)).map((slot) => named(profiles, slot));
  return insert(profiles, kept, moved.sort(byName));
}

function insert(profiles: ProfileColumns, kept: Uint32Array, moved: readonly Named[]): Uint32Array {
  const order = new Uint32Array(kept.length + moved.length);
  let [from, to] = [0, 0];
  for (const one of moved) {
    const place = firstNotBefore(profiles, kept, { from, one });
    order.set(kept.subarray(from, place), to);
    to += place - from;
    order[to++] = one.slot;
    from = place;
  }
  order.set(kept.subarray(from), to);
  return order;
}

function firstNotBefore(profiles: ProfileColumns, slots: Uint32Array, { from, one }: { from: number; one: Named }) {
  let [low, high] = [from, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byName(named(profiles, slots[middle] ?? 0), one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By the first two letters, and then each of these small heaps by itself, so that nobody waits for the whole sort. */
async function sortAnew(profiles: ProfileColumns, pause: () => Promise<void>): Promise<Uint32Array> {
  const heaps = new Map<string, number[]>();
  let present = 0;
  for (let slot = 0; slot < profiles.size; slot++) {
    if (slot % mostToInsert === 0) await pause();
    if (!isPresent(profiles, slot)) continue;
    present += 1;
    const start = named(profiles, slot).key.slice(0, 2);
    const heap = heaps.get(start);
    if (heap) heap.push(slot);
    else heaps.set(start, [slot]);
  }
  const order = new Uint32Array(present);
  let at = 0;
  for (const start of [...heaps.keys()].sort()) {
    const heap = (heaps.get(start) ?? []).map((slot) => named(profiles, slot)).sort(byName);
    for (const { slot } of heap) order[at++] = slot;
    await pause();
  }
  return order;
}

function named({ texts }: ProfileColumns, slot: number): Named {
  return { slot, key: textAt(texts.sortKey, slot) };
}

function isPresent({ flags }: ProfileColumns, slot: number): boolean {
  return ((flags[slot] ?? 0) & flag.present) !== 0;
}

function byName(a: Named, b: Named): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : a.slot - b.slot;
}
