import { isSameOrLaterEdition } from "../waves/edition-order.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { isWithdrawn, type Wave, waveGraceEnd } from "../waves/wave-applies.ts";
import { listedIn } from "./member-list.ts";
import { listCertifications } from "./standing-columns.ts";
import { tally } from "./team-figures.ts";
import type { Certified, Member } from "./team-member.ts";

/** Shares are 0 to 1. `certified` is null for days that have not come. */
type PacePoint = { at: number; certified: number | null; needed: number };
/**
 * `people` and `certified` are of the wave. `neededNow` is the share that the line had reached when the last whole day
 * since its start was over, `dueNow` that many people, where a part of one is nobody: of what began a moment ago nothing
 * is late.
 */
export type Pace = {
  wave: { id: string; editionId: string; deadline: number; mode: Wave["mode"] };
  people: number;
  certified: number;
  neededNow: number;
  dueNow: number;
  points: PacePoint[];
};

const mostPoints = 25;
/** A share of people that is a whole number but for the last digits of a float is that number. */
const rounding = 1e-9;
/** Later than any date to come, so that dates that have passed come after them. */
const afterAll = 1e15;

/** Of the waves that people work on: the next deadline to come, or the last one that has passed; more people first. */
export function waveToWatch(waves: readonly Wave[], people: Iterable<Member>, now: number): Wave | null {
  const counts = new Map<string, number>();
  for (const { standing, times } of tally(people))
    if (standing.waveId) counts.set(standing.waveId, (counts.get(standing.waveId) ?? 0) + times);
  const named = waves.filter((wave) => counts.has(wave.id) && !isWithdrawn(wave, now));
  const order = (wave: Wave) => {
    const left = waveGraceEnd(wave) - now;
    return left >= 0 ? left : afterAll - left;
  };
  const weigh = (wave: Wave) => counts.get(wave.id) ?? 0;
  return named.toSorted((a, b) => order(a) - order(b) || weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

type Remember = <T>(key: string, make: () => T) => T;

/**
 * The certified share of a wave's people from when it was announced to when the right depends on it, beside the straight
 * line from nobody to everybody between those instants. `remember` may keep what does not depend on `now`.
 */
export function paceOf(
  wave: Wave,
  people: Iterable<Member>,
  now: number,
  remember: Remember = (_key, make) => make(),
): Pace {
  const [size, certified] = countTheirs(wave, people);
  const deadline = waveGraceEnd(wave);
  const start = Math.min(wave.createdAt, deadline - millisecondsADay);
  const instants = pointsBetween(start, Math.max(deadline, now), deadline);
  const past = instants.filter((at) => at < now);
  const held = remember(`held ${wave.id} ${past.join(" ")}`, () => countAt(periodsOf(wave, people), past));
  const needed = (at: number) => Math.min(1, Math.max(0, (at - start) / (deadline - start)));
  const days = Math.max(0, Math.floor((now - start) / millisecondsADay));
  const neededNow = now >= deadline ? 1 : needed(start + days * millisecondsADay);
  const share = (count: number) => (size === 0 ? 0 : count / size);
  const points = [
    ...past.map((at, n) => ({ at, needed: needed(at), certified: share(held[n] ?? 0) })),
    ...(now < start ? [] : [{ at: now, needed: neededNow, certified: share(certified) }]),
    ...instants.filter((at) => at > now).map((at) => ({ at, needed: needed(at), certified: null })),
  ];
  return {
    wave: { id: wave.id, editionId: wave.editionId, deadline, mode: wave.mode },
    ...{ people: size, certified, neededNow, dueNow: Math.floor(neededNow * size + rounding), points },
  };
}

function countTheirs({ id }: Wave, people: Iterable<Member>): [size: number, certified: number] {
  let [size, certified] = [0, 0];
  for (const { standing, times } of tally(people)) {
    if (standing.waveId !== id) continue;
    size += times;
    if (standing.certified) certified += times;
  }
  return [size, certified];
}

/** Of each of the wave's people the certifications that count for its edition. */
function* periodsOf({ id, editionId }: Wave, people: Iterable<Member>): Generator<Certified[]> {
  const counts = (one: Certified) => isSameOrLaterEdition(one.editionId, editionId);
  const listed = listedIn(people);
  if (!listed) {
    for (const one of people) if (one.waveId === id) yield one.certifications.filter(counts);
    return;
  }
  const { standings } = listed.people;
  const theirs = standings.states.values.map(({ waveId }) => waveId === id);
  for (const slot of listed.slots) {
    if (theirs[standings.state[slot] ?? 0] !== true || standings.certifications[slot] === 0) continue;
    yield listCertifications(standings, slot).filter(counts);
  }
}

function pointsBetween(start: number, end: number, deadline: number): number[] {
  const step = Math.max(millisecondsADay, Math.ceil((end - start) / mostPoints / millisecondsADay) * millisecondsADay);
  const points = new Set([deadline, end]);
  for (let at = start; at < end; at += step) points.add(at);
  return [...points].sort((a, b) => a - b);
}

/** How many people hold one of their certifications at each of the instants, which are sorted. */
function countAt(periods: Iterable<Certified[]>, instants: readonly number[]): number[] {
  const changes = new Int32Array(instants.length + 1);
  for (const held of periods) {
    let from = Number.POSITIVE_INFINITY;
    let until = Number.NEGATIVE_INFINITY;
    for (const { validFrom, validUntil } of held.toSorted((a, b) => a.validFrom - b.validFrom)) {
      if (validFrom > until) {
        mark(changes, instants, from, until);
        from = validFrom;
      }
      until = Math.max(until, validUntil);
    }
    mark(changes, instants, from, until);
  }
  let held = 0;
  return instants.map((_, n) => {
    held += changes[n] ?? 0;
    return held;
  });
}

function mark(changes: Int32Array, instants: readonly number[], from: number, until: number): void {
  if (from >= until) return;
  const [first, last] = [placeOf(instants, from), placeOf(instants, until)];
  changes[first] = (changes[first] ?? 0) + 1;
  changes[last] = (changes[last] ?? 0) - 1;
}

/** The first place whose instant is not before `at`. */
function placeOf(instants: readonly number[], at: number): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
