import { orderByName } from "./order-by-name.ts";
import {
  copyProfiles,
  flag,
  isSameProfile,
  type ProfileColumns,
  profileAt,
  profileColumns,
  putProfile,
} from "./profile-columns.ts";
import {
  addRun,
  copyStandings,
  isSameRun,
  listCertifications,
  type Moment,
  momentAt,
  packNumbers,
  putRun,
  type StandingColumns,
  standingAt,
  standingColumns,
  stateAtNumber,
} from "./standing-columns.ts";
import type { Certified, Member, MemberStanding, Profile } from "./team-member.ts";
import { addText, findText } from "./text-index.ts";

/**
 * Everybody as of one instant. It never changes: an answer that takes its time is of one instant from beginning to end.
 * `byName` are the slots of those who are there, sorted by name.
 */
export type People = { profiles: ProfileColumns; standings: StandingColumns; byName: Uint32Array };

export function noPeople(room: number): People {
  return { profiles: profileColumns(room), standings: standingColumns(room), byName: new Uint32Array(0) };
}

export function memberAt({ profiles, standings }: People, slot: number): Member {
  return {
    ...profileAt(profiles, slot),
    ...standingAt(standings, slot),
    certifications: listCertifications(standings, slot),
  };
}

/** How somebody will stand at an instant to come, if nothing is recorded meanwhile: as far as reminders ask. */
export function standingAhead(
  { standings }: People,
  slot: number,
  at: number,
): Pick<MemberStanding, "counted" | "dueAt"> {
  const place = momentAt(standings, slot, at).at;
  const { counted = false } = standings.states.values[stateAtNumber(standings, place)] ?? {};
  const dueAt = standings.numbers.all[place + 2] ?? Number.NaN;
  return { counted, dueAt: Number.isNaN(dueAt) ? null : dueAt };
}

/** The slot of somebody by id; -1 for somebody who is not there. */
export function slotOf({ profiles }: People, id: string): number {
  const slot = findText(profiles.ids, id);
  return slot !== -1 && slot < profiles.size && isPresent(profiles, slot) ? slot : -1;
}

export function isPresent({ flags }: ProfileColumns, slot: number): boolean {
  return ((flags[slot] ?? 0) & flag.present) !== 0;
}

type Put = {
  profile: Profile;
  certifications: readonly Certified[];
  timeline: () => readonly Moment[];
  /** Equal for people of the same timeline and certifications; null where nobody is expected to have the same. */
  sharedKey: string | null;
};

type Finish = {
  now: number;
  /** When somebody who has not been put changes; null when that is to be looked up, and everybody put at `now`. */
  changesAt: number | null;
  /** Called now and then in long work, so that others get their turn. */
  pause: () => Promise<void>;
};

export type PeopleEditor = {
  put: (person: Put) => void;
  remove: (id: string) => void;
  /** The next version, and when it changes by itself; the one before where nothing is different. */
  finish: (given: Finish) => Promise<{ people: People; changesAt: number }>;
};

/** Makes the next version. Only columns in which something is different are copied. */
export function editPeople(before: People, { isNew = false } = {}): PeopleEditor {
  let { profiles, standings } = before;
  let [ownProfiles, ownStandings] = [isNew, isNew];
  const touched = new Set<number>();
  const renamed = new Set<number>();
  const shared = new Map<string, ReturnType<typeof addRun>>();

  const writeProfiles = (slot: number) => {
    const room = slot < profiles.own.length ? 0 : Math.ceil(slot * 1.2) + 16;
    if (!ownProfiles || room > 0) profiles = copyProfiles(profiles, room);
    ownProfiles = true;
    profiles.size = Math.max(profiles.size, slot + 1);
    return profiles;
  };
  const writeStandings = (slot: number) => {
    const room = slot < standings.start.length ? 0 : Math.ceil(slot * 1.2) + 16;
    if (!ownStandings || room > 0) standings = copyStandings(standings, room);
    ownStandings = true;
    return standings;
  };
  const runOf = ({ sharedKey, timeline, certifications }: Put) => {
    const known = sharedKey === null ? undefined : shared.get(sharedKey);
    if (known) return known;
    const run = addRun(standings, timeline(), certifications);
    if (sharedKey !== null) shared.set(sharedKey, run);
    return run;
  };

  return {
    put: (person) => {
      const slot = addText(profiles.ids, person.profile.id);
      // Nobody turns the standing of somebody who is not there, so whoever comes back is put like somebody new.
      const isKnown = slot < profiles.size && isPresent(profiles, slot);
      if (!isKnown || !isSameProfile(profiles, slot, person.profile)) {
        putProfile(writeProfiles(slot), slot, person.profile);
        renamed.add(slot);
      }
      const run = runOf(person);
      if (isKnown && isSameRun(standings, slot, run)) return;
      putRun(writeStandings(slot), slot, run);
      touched.add(slot);
    },
    remove: (id) => {
      const slot = findText(profiles.ids, id);
      if (slot === -1 || slot >= profiles.size || !isPresent(profiles, slot)) return;
      writeProfiles(slot).flags[slot] = 0;
      renamed.add(slot);
    },
    finish: async ({ now, changesAt, pause }) => {
      const earliest = changesAt === null ? turn(everySlot(), now) : Math.min(changesAt, turn(touched, now));
      if (ownStandings) packNumbers(standings, profiles.size);
      if (!ownProfiles && !ownStandings) return { people: before, changesAt: earliest };
      const byName = ownProfiles
        ? await orderByName(profiles, { before: before.byName, renamed, pause })
        : before.byName;
      return { people: { profiles, standings, byName }, changesAt: earliest };
    },
  };

  function* everySlot() {
    for (let slot = 0; slot < profiles.size; slot++) if (isPresent(profiles, slot)) yield slot;
  }

  /** Puts people at the moment of `now`. */
  function turn(slots: Iterable<number>, now: number): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (const slot of slots) {
      const { at, next } = momentAt(standings, slot, now);
      if (next < earliest) earliest = next;
      if (at === standings.at[slot] && !touched.has(slot)) continue;
      const written = writeStandings(slot);
      written.at[slot] = at;
      written.state[slot] = stateAtNumber(written, at);
    }
    return earliest;
  }
}
