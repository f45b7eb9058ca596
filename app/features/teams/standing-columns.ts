import { codeOf, type Dictionary, dictionary } from "./dictionary.ts";
import type { Certified, MemberStanding } from "./team-member.ts";
import { widened } from "./text-index.ts";

/** What many people have in common of their standing. */
type State = Omit<MemberStanding, "dueAt" | "certifiedUntil">;
export type Moment = MemberStanding & { from: number };

/** Where a person's numbers are: their moments, then their certifications. */
type Run = { start: number; moments: number; certifications: number };

/**
 * Standings as columns by slot, with the moments to come. `state` and `at` are of the present one. Numbers are only ever
 * added, so that what was read before stays as it was; people of the same timeline share theirs.
 */
export type StandingColumns = {
  states: { values: State[]; codes: Map<string, number> };
  editions: Dictionary;
  numbers: { all: Float64Array; used: number; usedWhenPacked: number };
  start: Uint32Array;
  moments: Uint8Array;
  certifications: Uint8Array;
  at: Uint32Array;
  state: Uint16Array;
};

/** Of a moment: from, state, dueAt, certifiedUntil. Of a certification: edition, from, until. Null is not a number. */
const momentSize = 4;
const certificationSize = 3;
const averageNumbers = 10;
const mostOfOne = 255;

export function standingColumns(room: number): StandingColumns {
  return {
    states: { values: [], codes: new Map() },
    editions: dictionary(),
    numbers: { all: new Float64Array(Math.max(256, room * averageNumbers)), used: 0, usedWhenPacked: 0 },
    start: new Uint32Array(room),
    moments: new Uint8Array(room),
    certifications: new Uint8Array(room),
    at: new Uint32Array(room),
    state: new Uint16Array(room),
  };
}

/** A copy to write to, with room for at least so many. */
export function copyStandings(columns: StandingColumns, room: number): StandingColumns {
  const wide = Math.max(room, columns.start.length);
  return {
    ...columns,
    start: widened(columns.start, wide),
    moments: widened(columns.moments, wide),
    certifications: widened(columns.certifications, wide),
    at: widened(columns.at, wide),
    state: widened(columns.state, wide),
  };
}

/** Adds numbers for a timeline, the first moment of which stands for all that was before. */
export function addRun(
  { states, editions, numbers }: StandingColumns,
  moments: readonly Moment[],
  certifications: readonly Certified[],
): Run {
  const [some, held] = [moments.slice(0, mostOfOne), certifications.slice(0, mostOfOne)];
  const start = numbers.used;
  const end = start + some.length * momentSize + held.length * certificationSize;
  if (end > numbers.all.length) numbers.all = widened(numbers.all, Math.ceil(end * 1.25));
  const { all } = numbers;
  let at = start;
  for (const [n, { from, dueAt, certifiedUntil, ...state }] of some.entries()) {
    all[at] = n === 0 ? Number.NEGATIVE_INFINITY : from;
    all[at + 1] = stateCode(states, state);
    all[at + 2] = dueAt ?? Number.NaN;
    all[at + 3] = certifiedUntil ?? Number.NaN;
    at += momentSize;
  }
  for (const { editionId, validFrom, validUntil } of held) {
    all[at] = codeOf(editions, editionId);
    all[at + 1] = validFrom;
    all[at + 2] = validUntil;
    at += certificationSize;
  }
  numbers.used = end;
  return { start, moments: some.length, certifications: held.length };
}

export function putRun(columns: StandingColumns, slot: number, run: Run): void {
  columns.start[slot] = run.start;
  columns.moments[slot] = run.moments;
  columns.certifications[slot] = run.certifications;
}

/** Whether a slot's numbers are those of a run. */
export function isSameRun(columns: StandingColumns, slot: number, run: Run): boolean {
  const { numbers, start, moments, certifications } = columns;
  if (moments[slot] !== run.moments || certifications[slot] !== run.certifications) return false;
  const length = run.moments * momentSize + run.certifications * certificationSize;
  const from = start[slot] ?? 0;
  for (let n = 0; n < length; n++) if (!Object.is(numbers.all[from + n], numbers.all[run.start + n])) return false;
  return true;
}

/** Where the moment of `now` is for a slot, and when the next one begins. */
export function momentAt({ numbers, start, moments }: StandingColumns, slot: number, now: number) {
  const first = start[slot] ?? 0;
  const end = first + (moments[slot] ?? 0) * momentSize;
  let at = first;
  while (at + momentSize < end && (numbers.all[at + momentSize] ?? 0) <= now) at += momentSize;
  return { at, next: at + momentSize < end ? (numbers.all[at + momentSize] ?? 0) : Number.POSITIVE_INFINITY };
}

export function stateAtNumber({ numbers }: StandingColumns, at: number): number {
  return numbers.all[at + 1] ?? 0;
}

/** When the right ends or ended for a slot; not a number when it does not. */
export function dueOf({ numbers, at }: StandingColumns, slot: number): number {
  return numbers.all[(at[slot] ?? 0) + 2] ?? Number.NaN;
}

export function standingAt(columns: StandingColumns, slot: number): MemberStanding {
  const { numbers, at, state, states } = columns;
  const place = at[slot] ?? 0;
  const common = states.values[state[slot] ?? 0] as State;
  return { ...common, dueAt: orNull(numbers.all[place + 2]), certifiedUntil: orNull(numbers.all[place + 3]) };
}

export function listCertifications(columns: StandingColumns, slot: number): Certified[] {
  const { numbers, editions, start, moments, certifications } = columns;
  const first = (start[slot] ?? 0) + (moments[slot] ?? 0) * momentSize;
  return Array.from({ length: certifications[slot] ?? 0 }, (_, n) => {
    const at = first + n * certificationSize;
    return {
      editionId: editions.values[numbers.all[at] ?? 0] ?? "",
      ...{ validFrom: numbers.all[at + 1] ?? 0, validUntil: numbers.all[at + 2] ?? 0 },
    };
  });
}

/** Leaves behind the numbers that nobody has any more, once they are as many as the others. */
export function packNumbers(columns: StandingColumns, size: number): void {
  const { numbers, start, moments, certifications, at } = columns;
  if (numbers.used < 2 * numbers.usedWhenPacked + 4096) return;
  const moved = new Map<number, number>();
  const all = new Float64Array(numbers.used);
  let used = 0;
  for (let slot = 0; slot < size; slot++) {
    const first = start[slot] ?? 0;
    const length = (moments[slot] ?? 0) * momentSize + (certifications[slot] ?? 0) * certificationSize;
    if (length === 0) continue;
    let to = moved.get(first);
    if (to === undefined) {
      all.set(numbers.all.subarray(first, first + length), used);
      to = used;
      moved.set(first, to);
      used += length;
    }
    at[slot] = (at[slot] ?? 0) - first + to;
    start[slot] = to;
  }
  columns.numbers = { all: all.slice(0, Math.ceil(used * 1.25)), used, usedWhenPacked: used };
}

function stateCode(states: StandingColumns["states"], state: State): number {
  const { counted, status, reason, certified, soon, overdue, waveId, progress } = state;
  const key = `${counted} ${status} ${reason} ${certified} ${soon} ${overdue} ${waveId} ${progress.done}/${progress.total} ${progress.path}`;
  const known = states.codes.get(key);
  if (known !== undefined) return known;
  const { done, total, path } = progress;
  states.values.push({ counted, status, reason, certified, soon, overdue, waveId, progress: { done, total, path } });
  states.codes.set(key, states.values.length - 1);
  return states.values.length - 1;
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
