import fc from "fast-check";
import { expect, test } from "vitest";
import type { WatchBeat } from "#app/platform/db.server.ts";
import { believeBeat, emptyLog, type WatchRules, type WatchState } from "./believe-beat.ts";
import { watchLimits } from "./watch-limits.ts";

const rules: WatchRules = { length: 600_000, maximumRate: 1.5, firstView: true, hiddenTabCounts: false };
const startedAt = 1_000_000;
const fresh: WatchState = { startedAt, endedAt: null, log: emptyLog, furthest: 0, overdraft: 0 };
const tenSeconds = { at: 10_000, position: 10_000 };

function beat(given: Partial<WatchBeat> = {}): WatchBeat {
  return { seq: 1, stretch: 1, since: 0, from: 0, ...tenSeconds, rate: 1, visible: true, ...given };
}

/** Ten seconds of the first stretch are believed. */
const begun: WatchState = {
  ...fresh,
  furthest: 10_000,
  log: { ...emptyLog, stretches: [{ stretch: 1, seq: 3, since: 0, from: 0, ...tenSeconds }] },
};

type Case = [
  string,
  string | [number, number],
  { beat?: Partial<WatchBeat>; state?: Partial<WatchState>; rules?: Partial<WatchRules>; now?: number },
];

test.each<Case>([
  ["ten seconds in ten seconds", [0, 10_000], {}],
  ["a place without play", [0, 0], { beat: { at: 4000, position: 0 } }],
  ["a rate within the limit", [0, 15_000], { beat: { rate: 1.5, position: 15_000 } }],
  ["a rate over the limit", "too-fast", { beat: { rate: 1.6, position: 15_000 } }],
  ["any rate later on", [0, 20_000], { beat: { rate: 2, position: 20_000 }, rules: { firstView: false } }],
  ["more than the rate gives", "moved-too-far", { beat: { position: 12_001 } }],
  ["as much as timers may be wrong", [0, 12_000], { beat: { position: 12_000 } }],
  ["timers that were wrong before", "moved-too-far", { beat: { position: 12_000 }, state: { overdraft: 1 } }],
  ["time that has not passed", "future", { beat: { at: 12_001 } }],
  ["a clock that is a little ahead", [0, 10_000], { now: 9_000 }],
  [
    "time after the session has ended",
    "ended",
    { beat: { at: 12_001 }, state: { endedAt: startedAt + 10_000 }, now: 90_000 },
  ],
  ["late, from before the session ended", [0, 10_000], { state: { endedAt: startedAt + 10_000 }, now: 9e9 }],
  ["queued offline", [0, 480_000], { beat: { at: 480_000, position: 480_000 }, now: 900_000 }],
  ["a session that is too old", "ended", { beat: { at: 13 * 3_600_000, position: 10_000 }, now: 14 * 3_600_000 }],
  ["a hidden tab", "hidden", { beat: { visible: false } }],
  ["a hidden tab where it counts", [0, 10_000], { beat: { visible: false }, rules: { hiddenTabCounts: true } }],
  ["backwards", "impossible", { beat: { from: 11_000 } }],
  ["past the end", "impossible", { beat: { from: 599_000, position: 600_001 } }],
  ["no number", "impossible", { beat: { position: Number.NaN } }],
  ["a fraction", "impossible", { beat: { position: 1.5 } }],
  ["no rate", "impossible", { beat: { rate: 0 } }],
  ["beyond the furthest point", "ahead", { beat: { from: 60_000, position: 70_000 } }],
  [
    "beyond the furthest point later on",
    [60_000, 70_000],
    { beat: { from: 60_000, position: 70_000 }, rules: { firstView: false } },
  ],
  [
    "the next of a stretch",
    [10_000, 20_000],
    { beat: { seq: 4, at: 20_000, position: 20_000 }, state: begun, now: 20_000 },
  ],
  ["the same beat again", "old", { beat: { seq: 3 }, state: begun }],
  ["an older beat", "old", { beat: { seq: 2, at: 5000, position: 5000 }, state: begun }],
  ["a stretch with another beginning", "impossible", { beat: { seq: 4, since: 1 }, state: begun }],
  ["the same time in another stretch", "overlaps", { beat: { seq: 4, stretch: 2, since: 9_999 }, state: begun }],
  [
    "an earlier stretch in later time",
    "overlaps",
    {
      beat: { seq: 4, since: 10_000, at: 20_000 },
      state: { ...begun, log: { ...begun.log, stretches: begun.log.stretches.map((one) => ({ ...one, stretch: 2 })) } },
      now: 20_000,
    },
  ],
  ["a stretch that is closed", "old", { state: { log: { ...emptyLog, closedUpTo: 1 } } }],
])("%s: %j", (_, expected, given) => {
  const found = believeBeat({
    state: { ...fresh, ...given.state },
    beat: beat(given.beat),
    rules: { ...rules, ...given.rules },
    now: startedAt + (given.now ?? 10_000),
  });
  expect(found.believed ? found.segment : found.reason).toEqual(expected);
});

test("time without play earns nothing for later", () => {
  const paused = believeBeat({ state: fresh, beat: beat({ position: 0 }), rules, now: startedAt + 10_000 });
  expect(paused).toMatchObject({ believed: true, overdraft: 0 });
});

test("time that belongs to closed stretches is used up", () => {
  const log = { ...begun.log, closedUpTo: 3, closedBefore: 5000, stretches: [] };
  const found = believeBeat({ state: { ...fresh, log }, beat: beat({ stretch: 4 }), rules, now: startedAt + 10_000 });
  expect(found).toEqual({ believed: false, reason: "overlaps" });
});

const anything = fc.record({
  wait: fc.integer({ min: 0, max: 30_000 }),
  stretch: fc.integer({ min: 1, max: 40 }),
  since: fc.integer({ min: 0, max: 60_000 }),
  time: fc.integer({ min: 0, max: 60_000 }),
  from: fc.integer({ min: 0, max: 600_000 }),
  length: fc.integer({ min: 0, max: 90_000 }),
  rate: fc.constantFrom(0.5, 1, 1.5, 2),
});

/** Of a liar who knows the rules and takes all that each of them leaves. */
const greedy = fc.record({
  wait: fc.constantFrom(0, 100, 3000),
  newSession: fc.boolean(),
  again: fc.boolean(),
  early: fc.constantFrom(0, watchLimits.slack),
  extra: fc.constantFrom(0, 500, watchLimits.slack),
});

test("whatever is claimed, nobody is believed more than the real time at the highest rate, and two seconds", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anything, greedy, greedy), { maxLength: 60 }), (claims) => {
      let state = fresh;
      let now = startedAt;
      let believed = 0;
      for (const [n, claim] of claims.entries()) {
        now += claim.wait;
        if ("newSession" in claim && claim.newSession) state = { ...state, startedAt: now, log: emptyLog };
        const tried = "newSession" in claim ? mostOf(claim) : asClaimed(claim);
        const found = believeBeat({ state, beat: { ...tried, seq: n + 1 }, rules, now });
        if (!found.believed) continue;
        expect(found.segment[0]).toBeLessThanOrEqual(state.furthest + watchLimits.aheadSlack);
        believed += found.segment[1] - found.segment[0];
        const furthest = Math.max(state.furthest, found.segment[1]);
        state = { ...state, log: found.log, overdraft: found.overdraft, furthest };
      }
      expect(believed).toBeLessThanOrEqual((now - startedAt) * rules.maximumRate + watchLimits.slack);

      function mostOf({ again, early, extra }: typeof greedy extends fc.Arbitrary<infer One> ? One : never) {
        const last = state.log.stretches.at(-1);
        const since = again ? 0 : (last?.at ?? 0);
        const at = Math.max(since, now - state.startedAt + early);
        const position = Math.floor((at - since) * rules.maximumRate) + extra;
        return beat({ stretch: (last?.stretch ?? 0) + 1, since, at, from: 0, position, rate: rules.maximumRate });
      }
    }),
    { numRuns: 1000 },
  );
});

function asClaimed({ time, length, ...claim }: typeof anything extends fc.Arbitrary<infer One> ? One : never) {
  return beat({ ...claim, at: claim.since + time, position: claim.from + length });
}
