import fc from "fast-check";
import { expect, test } from "vitest";
import type { WatchBeat } from "#app/platform/db.server.ts";
import { emptyLog, type WatchRules } from "./believe-beat.ts";
import { coveredWithin } from "./merge-segments.ts";
import { takeBeats, type Watched } from "./take-beats.ts";

const rules: WatchRules = { length: 600_000, maximumRate: 1.5, firstView: true, hiddenTabCounts: false };
const startedAt = 5_000_000;
const half = 500;
const fresh: Watched = {
  startedAt,
  endedAt: null,
  log: emptyLog,
  furthest: 0,
  overdraft: 0,
  segments: [],
  position: 0,
};

type Action = { rest: number; seek: number | null; play: number; rate: number };
type Played = { beats: WatchBeat[]; seen: Set<number>; position: number; lasted: number };

/** An honest player, and the half seconds that it has shown: nothing else decides what is right. */
function playHonestly(actions: readonly Action[]): Played {
  const played: Played = { beats: [], seen: new Set(), position: 0, lasted: 0 };
  let [now, furthest] = [0, 0];
  actions.forEach(({ rest, seek, play, rate }, n) => {
    now += rest * 1000;
    if (seek !== null) played.position = Math.floor((seek * furthest) / half) * half;
    const start = { stretch: n + 1, since: now, from: played.position, rate, visible: true };
    const tell = () => {
      played.beats.push({ ...start, seq: played.beats.length + 1, at: now, position: played.position });
    };
    for (let second = 1; second <= play && played.position + 1000 * rate <= rules.length; second++) {
      const to = played.position + 1000 * rate;
      for (let cell = played.position / half; cell < to / half; cell++) played.seen.add(cell);
      now += 1000;
      played.position = to;
      if (second % 10 === 0) tell();
    }
    tell();
    furthest = Math.max(furthest, played.position);
  });
  return { ...played, lasted: now };
}

const action = fc.record({
  rest: fc.integer({ min: 0, max: 30 }),
  seek: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  play: fc.integer({ min: 0, max: 60 }),
  rate: fc.constantFrom(0.5, 1, 1.5),
});
const actions = fc.array(action, { minLength: 1, maxLength: 8 });

function cellsOf({ segments }: Watched): number[] {
  return segments.flatMap(([start, end]) => Array.from({ length: (end - start) / half }, (_, n) => start / half + n));
}

/** What an unkind network does with one beat. The last of a stretch is sent until it is acknowledged. */
const fate = fc.record({ lost: fc.boolean(), doubled: fc.boolean(), delays: fc.tuple(fc.nat(90_000), fc.nat(90_000)) });

test("lost, late, doubled and reordered beats neither lose nor invent watched time", () => {
  fc.assert(
    fc.property(actions, fc.array(fate, { minLength: 64, maxLength: 64 }), (script, fates) => {
      const { beats, seen, position } = playHonestly(script);
      const isLast = (beat: WatchBeat, n: number) => beats[n + 1]?.stretch !== beat.stretch;
      const arrivals = beats.flatMap((beat, n) => {
        const { lost, doubled, delays } = fates[n % fates.length] ?? { lost: false, doubled: false, delays: [0, 0] };
        if (lost && !isLast(beat, n)) return [];
        return delays.slice(0, doubled ? 2 : 1).map((delay) => ({ beat, when: beat.at + delay }));
      });
      arrivals.sort((a, b) => a.when - b.when);
      let watched = fresh;
      for (const { beat, when } of arrivals)
        watched = takeBeats({ watched, beats: [{ ...beat }], rules, now: startedAt + when }).watched;
      expect(cellsOf(watched)).toEqual([...seen].sort((a, b) => a - b));
      expect(watched.position).toBe(position);
      expect(watched.log.waiting).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("a queue of beats sent at once after hours offline counts as it was played", () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 40 }), (script) => {
      const { beats, seen, lasted } = playHonestly(script);
      const { watched, answers } = takeBeats({ watched: fresh, beats, rules, now: startedAt + lasted });
      expect(answers.every(({ believed }) => believed)).toBe(true);
      expect(cellsOf(watched)).toEqual([...seen].sort((a, b) => a - b));
      const again = takeBeats({ watched, beats, rules, now: startedAt + lasted });
      expect(again.watched).toBe(watched);
    }),
  );
});

test("beats that lie between honest ones add nothing beyond the real time", () => {
  const lie = fc.record({
    seq: fc.integer({ min: 1, max: 99 }),
    stretch: fc.integer({ min: 1, max: 60 }),
    since: fc.nat(400_000),
    from: fc.nat(600_000),
    at: fc.nat(700_000),
    position: fc.nat(700_000),
    rate: fc.constantFrom(1, 1.5, 3),
    visible: fc.boolean(),
  });
  fc.assert(
    fc.property(actions, fc.array(lie, { maxLength: 30 }), (script, lies) => {
      const { beats, lasted } = playHonestly(script);
      let watched = fresh;
      for (const beat of [...beats.flatMap((one, n) => [one, ...lies.slice(n, n + 1)]), ...lies])
        watched = takeBeats({ watched, beats: [beat], rules, now: startedAt + lasted }).watched;
      expect(coveredWithin(watched.segments, [0, rules.length])).toBeLessThanOrEqual(lasted * 1.5 + 2000);
      expect(watched.log.stretches.length).toBeLessThanOrEqual(16);
      expect(watched.log.waiting.length).toBeLessThanOrEqual(8);
    }),
  );
});

test("a seek past the furthest point waits for the beats before it, and is nothing without them", () => {
  const { beats } = playHonestly([
    { rest: 0, seek: null, play: 25, rate: 1 },
    { rest: 5, seek: null, play: 15, rate: 1 },
  ]);
  const late = beats.filter(({ stretch }) => stretch === 2);
  const first = takeBeats({ watched: fresh, beats: late, rules, now: startedAt + 60_000 });
  expect(first.answers.map((answer) => !answer.believed && answer.reason)).toEqual(["ahead", "ahead"]);
  expect(first.watched.segments).toEqual([]);
  const whole = takeBeats({ watched: first.watched, beats: beats.slice(2, 3), rules, now: startedAt + 61_000 });
  expect(whole.watched.segments).toEqual([[0, 40_000]]);
});
