import type { BeatLog, BelievedStretch, Segment, WatchBeat } from "#app/platform/db.server.ts";
import { watchLimits } from "./watch-limits.ts";

export type WatchRules = {
  /** Length of the replay in milliseconds. */
  length: number;
  maximumRate: number;
  /** Until the replay is complete, its rate, seeking and hidden tabs are limited. */
  firstView: boolean;
  hiddenTabCounts: boolean;
};

export type WatchState = {
  startedAt: number;
  endedAt: number | null;
  log: BeatLog;
  furthest: number;
  overdraft: number;
};

/** Why a beat counts for nothing. Only `ahead` may be believed later, when the beat before it has come. */
export type Disbelief =
  | "impossible"
  | "old"
  | "future"
  | "ended"
  | "too-fast"
  | "hidden"
  | "overlaps"
  | "moved-too-far"
  | "ahead";

export type Belief =
  | { believed: true; segment: Segment; log: BeatLog; overdraft: number }
  | { believed: false; reason: Disbelief };

export const emptyLog: BeatLog = { stretches: [], closedUpTo: 0, closedBefore: 0, waiting: [] };

/**
 * Whether a beat is believed, and what it adds. Every millisecond of a session pays for one stretch only, and pays at
 * most the rate; what runs ahead of that is taken from one allowance for the whole replay (`overdraft`), which refills
 * only by real time. So nobody gets more than the time that has really passed, in whatever order beats come and however
 * often, while a beat that was queued offline is as good as one that came at once.
 */
export function believeBeat(given: { state: WatchState; beat: WatchBeat; rules: WatchRules; now: number }): Belief {
  const { state, beat, rules, now } = given;
  const { log } = state;
  if (!isPossible(beat, rules)) return no("impossible");
  const known = log.stretches.find(({ stretch }) => stretch === beat.stretch);
  if (beat.stretch <= log.closedUpTo || (known && beat.seq <= known.seq)) return no("old");
  if (known && !continues(beat, known)) return no("impossible");
  const lived = livedBy(state, now);
  if (beat.at > lived + watchLimits.slack) return no(isOver(state, now) ? "ended" : "future");
  if (beat.rate > (rules.firstView ? rules.maximumRate : watchLimits.highestRate)) return no("too-fast");
  if (rules.firstView && !beat.visible && !rules.hiddenTabCounts) return no("hidden");
  const at = Math.max(known?.at ?? beat.since, Math.min(beat.at, lived));
  if (overlaps(log, { ...beat, at })) return no("overlaps");
  const { position: from, at: since } = known ?? { position: beat.from, at: beat.since };
  const ahead = beat.position - from - Math.floor((at - since) * beat.rate);
  const overdraft = Math.max(0, state.overdraft + ahead);
  if (overdraft > watchLimits.slack) return no("moved-too-far");
  if (rules.firstView && from > state.furthest + watchLimits.aheadSlack) return no("ahead");
  const { seq, stretch } = beat;
  const added = { stretch, seq, since: beat.since, from: beat.from, at, position: beat.position };
  return { believed: true, segment: [from, beat.position], overdraft, log: withStretch(log, added) };
}

function no(reason: Disbelief): Belief {
  return { believed: false, reason };
}

function isPossible(beat: WatchBeat, { length }: WatchRules): boolean {
  const { seq, stretch, since, from, at, position, rate } = beat;
  const whole = [seq, stretch, since, from, at, position].every((value) => Number.isSafeInteger(value) && value >= 0);
  const real = Number.isFinite(rate) && rate > 0;
  return whole && real && seq > 0 && stretch > 0 && since <= at && from <= position && position <= length;
}

/** A stretch keeps its beginning and goes on, in time and in the replay. */
function continues(beat: WatchBeat, known: BelievedStretch): boolean {
  return beat.since === known.since && beat.from === known.from && beat.position >= known.position;
}

/** Whether nothing that is played from now on counts in this session. */
export function isOver({ startedAt, endedAt }: Pick<WatchState, "startedAt" | "endedAt">, now: number): boolean {
  return endedAt !== null || now > startedAt + watchLimits.sessionLength;
}

/** Real time of the session so far. */
function livedBy({ startedAt, endedAt }: WatchState, now: number): number {
  return Math.min(now, endedAt ?? now, startedAt + watchLimits.sessionLength) - startedAt;
}

/** Stretches follow each other in time as in number. */
function overlaps(log: BeatLog, { stretch, since, at }: WatchBeat): boolean {
  return (
    since < log.closedBefore ||
    log.stretches.some(
      (other) => (other.stretch < stretch && other.at > since) || (other.stretch > stretch && other.since < at),
    )
  );
}

function withStretch(log: BeatLog, added: BelievedStretch): BeatLog {
  const others = log.stretches.filter(({ stretch }) => stretch !== added.stretch);
  const stretches = [...others, added].sort((a, b) => a.stretch - b.stretch);
  const closed = stretches.splice(0, Math.max(0, stretches.length - watchLimits.openStretches)).at(-1);
  if (!closed) return { ...log, stretches };
  return { ...log, stretches, closedUpTo: closed.stretch, closedBefore: closed.at };
}
