import { memberAt, type People, slotOf } from "./people-columns.ts";
import { flag } from "./profile-columns.ts";
import type { Member, Profile } from "./team-member.ts";
import { textOf } from "./text-index.ts";

export type Listed = { people: People; slots: Uint32Array };

const listed = new WeakMap<object, Listed>();

/**
 * People as a list whose members are made when they are looked at: of 400,000 a page shows 50. It is an array to whoever
 * reads it; what only counts asks `listedIn` for the slots.
 */
export function memberList(people: People, slots: Uint32Array): readonly Member[] {
  const at = (place: number) => (place < slots.length ? memberAt(people, slots[place] ?? 0) : undefined);
  const list = new Proxy<Member[]>([], {
    get: (target, key) => {
      if (key === "length") return slots.length;
      const place = placeOf(key);
      return place === null ? Reflect.get(target, key) : at(place);
    },
    has: (target, key) => {
      const place = placeOf(key);
      return place === null ? Reflect.has(target, key) : place < slots.length;
    },
    ownKeys: () => [...Array.from(slots.keys(), String), "length"],
    getOwnPropertyDescriptor: (target, key) => {
      const value = at(placeOf(key) ?? slots.length);
      if (value) return { value, enumerable: true, configurable: true };
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
  listed.set(list, { people, slots });
  return list;
}

export function listedIn(members: Iterable<Member>): Listed | null {
  return listed.get(members) ?? null;
}

/** The places of a list in the order in which its people were read, which is about that in which they are stored. */
export function placesAsStored(members: readonly Member[]): Uint32Array {
  const places = Uint32Array.from({ length: members.length }, (_, place) => place);
  const slots = listedIn(members)?.slots;
  return slots ? places.sort((a, b) => (slots[a] ?? 0) - (slots[b] ?? 0)) : places;
}

/** What decides who works on what, without making a member. */
export function sketchAt(members: readonly Member[], place: number): Pick<Profile, "id" | "kind" | "country"> | null {
  const known = listedIn(members);
  if (!known) return members[place] ?? null;
  const slot = known.slots[place];
  if (slot === undefined) return null;
  const { ids, flags, codes, values } = known.people.profiles;
  return {
    id: textOf(ids, slot),
    kind: (flags[slot] ?? 0) & flag.rep ? "rep" : "staff",
    country: values.country.values[codes.country[slot] ?? 0] ?? "",
  };
}

function placeOf(key: string | symbol): number | null {
  return typeof key === "string" && /^\d+$/.test(key) ? Number(key) : null;
}

/** People without an order, told by their id. */
export type MemberSet = { has: (member: Pick<Member, "id">) => boolean; size: number } & Iterable<Member>;

export function memberSet(
  people: People,
  { slots, has }: { slots: () => Uint32Array; has: (slot: number) => boolean },
) {
  return {
    has: ({ id }: Pick<Member, "id">) => {
      const slot = slotOf(people, id);
      return slot !== -1 && has(slot);
    },
    get size() {
      return slots().length;
    },
    *[Symbol.iterator]() {
      for (const slot of slots()) yield memberAt(people, slot);
    },
  };
}
