import fc from "fast-check";
import { expect, test } from "vitest";
import type { BeatLog, Segment, WatchBeat } from "#app/platform/db.server.ts";
import { emptyLog, type WatchRules } from "../replays/believe-beat.ts";
import { takeBeats, type Watched } from "../replays/take-beats.ts";
import { watchLimits } from "../replays/watch-limits.ts";
import {
  type BeatJournal,
  beginStretch,
  emptyJournal,
  endStretch,
  extendStretch,
  noteBeat,
  withoutAnswered,
} from "./beat-journal.ts";

const length = 120_000;
const maximumRate = 1.5;

/** The server's side: sessions of one person that share what is watched, each ended by the next. */
function openServer(hiddenTabCounts: boolean) {
  const rules: WatchRules = { length, maximumRate, firstView: true, hiddenTabCounts };
  const sessions: { startedAt: number; endedAt: number | null; log: BeatLog }[] = [];
  let shared = { furthest: 0, overdraft: 0, segments: [] as Segment[], position: 0 };
  return {
    start: (now: number) => {
      const last = sessions.at(-1);
      if (last) last.endedAt = now;
      sessions.push({ startedAt: now, endedAt: null, log: emptyLog });
      return sessions.length - 1;
    },
    take: (session: number, beats: readonly WatchBeat[], now: number) => {
      const one = sessions[session];
      if (!one) throw new Error("There is no such session.");
      const { watched } = takeBeats({ watched: { ...shared, ...one } satisfies Watched, beats, rules, now });
      const { furthest, overdraft, segments, position } = watched;
      shared = { furthest, overdraft, segments, position };
      one.log = watched.log;
    },
    watched: () => shared,
  };
}

/** The reference: one place for each millisecond of the replay. */
function millisecondsOf(segments: readonly Segment[]): Uint8Array {
  const shown = new Uint8Array(length);
  for (const [from, to] of segments) shown.fill(1, from, to);
  return shown;
}

const act = fc.record({
  does: fc.constantFrom("play", "play", "play", "pause", "back", "to the furthest point", "rate", "hide", "device"),
  lasts: fc.integer({ min: 1, max: 24_999 }),
  fraction: fc.double({ min: 0, max: 1, noNaN: true }),
  network: fc.constantFrom("works", "works", "offline", "answer is lost", "late as well"),
});

type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Lets an honest person watch on several devices; answers what was shown, and how long it took. */
function watchHonestly(server: ReturnType<typeof openServer>, acts: readonly Act[], hiddenTabCounts: boolean) {
  let [now, position, furthest, rate, visible] = [1_000_000, 0, 0, 1, true];
  let journal: BeatJournal = emptyJournal;
  let startedAt = now;
  let session = server.start(now);
  const shown: Segment[] = [];
  const late: { session: number; beats: WatchBeat[]; when: number }[] = [];
  const report = (network: Act["network"], delay: number) => {
    for (const one of late.filter(({ when }) => when <= now)) server.take(one.session, one.beats, now);
    if (network === "offline" || journal.unsent.length === 0) return;
    const beats = journal.unsent;
    server.take(session, beats, now);
    if (network === "late as well") late.push({ session, beats, when: now + delay });
    if (network !== "answer is lost") journal = withoutAnswered(journal, beats);
  };
  for (const { does, lasts, fraction, network } of acts) {
    if (does === "rate") rate = rate === 1 ? maximumRate : 1;
    if (does === "hide") visible = !visible;
    if (does === "back") position = Math.floor(furthest * fraction);
    if (does === "to the furthest point") position = furthest;
    if (does === "device") {
      // The old device comes back to the network some time, with what it has kept.
      late.push({ session, beats: journal.unsent, when: now + lasts });
      [startedAt, journal, session] = [now, emptyJournal, server.start(now)];
    }
    if (does === "pause" || (!visible && !hiddenTabCounts)) now += lasts;
    else {
      const from = Math.floor(position);
      journal = beginStretch(journal, { at: now - startedAt, position, rate, visible });
      for (let left = Math.min(lasts, Math.floor((length - position) / rate)); left > 0; left -= 250) {
        now += Math.min(left, 250);
        position += Math.min(left, 250) * rate;
        journal = extendStretch(journal, { at: now - startedAt, position });
        if (now - startedAt - journal.toldAt >= 10_000) {
          journal = noteBeat(journal);
          report(network, lasts);
        }
      }
      journal = endStretch(journal);
      shown.push([from, Math.floor(position)]);
      furthest = Math.max(furthest, Math.floor(position));
    }
    report(network, lasts);
  }
  now += 1_000_000;
  report("works", 0);
  // What is still under way comes last, in any order.
  for (const one of late.toReversed()) server.take(one.session, one.beats, now);
  server.take(session, journal.unsent, now);
  return { shown, now };
}

test("whatever happens to beats and devices, what counts is every millisecond that was shown, and no other", () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), fc.boolean(), (acts, hiddenTabCounts) => {
      const server = openServer(hiddenTabCounts);
      const { shown } = watchHonestly(server, acts, hiddenTabCounts);
      const counted = millisecondsOf(server.watched().segments);
      const difference = millisecondsOf(shown).findIndex((one, place) => one !== counted[place]);
      expect(difference).toBe(-1);
    }),
    { numRuns: 200 },
  );
});

const wild = fc.record({
  seq: fc.integer({ min: 1, max: 60 }),
  stretch: fc.integer({ min: 1, max: 30 }),
  since: fc.nat(20_000),
  lasts: fc.nat(20_000),
  from: fc.nat(length),
  plays: fc.nat(90_000),
  rate: fc.constantFrom(0.5, 1, 1.5, 2, 16),
  visible: fc.boolean(),
});
/** Of somebody who knows the rules: all the time there was, once more, from the furthest point on. */
const greedy = fc.record({
  early: fc.constantFrom(0, watchLimits.slack),
  extra: fc.constantFrom(0, watchLimits.slack),
});

test("a page that lies gains no more than the time it was open, and the two seconds that clocks may differ", () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 12 }),
      fc.array(fc.oneof(wild, greedy), { minLength: 1, maxLength: 30 }),
      (acts, lies) => {
        const server = openServer(false);
        const opened = watchHonestly(server, acts, false).now;
        const session = server.start(opened);
        const before = millisecondsOf(server.watched().segments);
        let now = opened;
        for (const [n, lie] of lies.entries()) {
          now += 500;
          server.take(session, [{ ...told(lie), seq: n + 1 }], now);
        }
        const after = millisecondsOf(server.watched().segments);
        const gained = after.reduce((sum, one, place) => sum + one - (before[place] ?? 0), 0);
        expect(gained).toBeLessThanOrEqual((now - opened) * maximumRate + watchLimits.slack);
        expect(before.findIndex((one, place) => one > (after[place] ?? 0))).toBe(-1);

        function told(lie: (typeof lies)[number]): WatchBeat {
          if (!("early" in lie)) return { ...lie, at: lie.since + lie.lasts, position: lie.from + lie.plays };
          const at = now - opened + lie.early;
          const from = server.watched().furthest;
          const position = Math.min(length, from + Math.floor(at * maximumRate) + lie.extra);
          return { seq: 1, stretch: now, since: 0, from, at, position, rate: maximumRate, visible: true };
        }
      },
    ),
    { numRuns: 200 },
  );
});
