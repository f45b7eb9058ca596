import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyLog, type WatchRules } from "../replays/believe-beat.ts";
import { mergeSegments } from "../replays/merge-segments.ts";
import { takeBeats, type Watched } from "../replays/take-beats.ts";
import {
  type BeatJournal,
  beginStretch,
  emptyJournal,
  endStretch,
  extendStretch,
  noteBeat,
  unansweredParts,
  withoutAnswered,
} from "./beat-journal.ts";
import { dueCheckpoint } from "./due-checkpoint.ts";

const playing = { rate: 1, visible: true };

test("a beat tells its whole stretch, in whole milliseconds, and takes the place of the one before", () => {
  let journal = beginStretch(emptyJournal, { at: 100.7, position: 5000.9, ...playing });
  expect(noteBeat(journal).unsent).toEqual([]);
  journal = noteBeat(extendStretch(journal, { at: 10_100.2, position: 15_000.1 }));
  journal = endStretch(extendStretch(journal, { at: 12_100, position: 17_000 }));
  expect(journal.unsent).toEqual([
    { seq: 2, stretch: 1, since: 100, from: 5000, at: 12_100, position: 17_000, rate: 1, visible: true },
  ]);
  expect(unansweredParts(journal)).toEqual([[5000, 17_000]]);
});

test("an answer takes away what it answers and nothing that was noted after", () => {
  let journal = noteBeat(
    extendStretch(beginStretch(emptyJournal, { at: 0, position: 0, ...playing }), { at: 10_000, position: 10_000 }),
  );
  const sent = journal.unsent;
  journal = noteBeat(extendStretch(journal, { at: 20_000, position: 20_000 }));
  expect(withoutAnswered(journal, sent).unsent).toMatchObject([{ seq: 2, position: 20_000 }]);
  expect(withoutAnswered(journal, journal.unsent).unsent).toEqual([]);
});

test("the first question that was reached and not answered is due", () => {
  const questions = [
    { id: "a", at: 10 },
    { id: "b", at: 20 },
  ];
  expect(dueCheckpoint(questions, { position: 9, answered: new Set() })).toBeNull();
  expect(dueCheckpoint(questions, { position: 25, answered: new Set() })?.id).toBe("a");
  expect(dueCheckpoint(questions, { position: 25, answered: new Set(["a"]) })?.id).toBe("b");
});

const step = fc.record({
  what: fc.constantFrom("play", "pause", "back", "rate", "hide"),
  lasts: fc.integer({ min: 1, max: 25_000 }),
  fraction: fc.double({ min: 0, max: 1, noNaN: true }),
  /** Whether a report gets through, and its answer comes back. */
  arrives: fc.boolean(),
  answered: fc.boolean(),
});

const rules: WatchRules = { length: 3_600_000, maximumRate: 1.5, firstView: true, hiddenTabCounts: true };

test("whatever a person does and the network loses, the server ends up with what was shown", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let journal: BeatJournal = emptyJournal;
      let watched: Watched = {
        ...{ startedAt: 1_000_000, endedAt: null, log: emptyLog, furthest: 0, overdraft: 0 },
        ...{ segments: [], position: 0 },
      };
      const send = (answered: boolean) => {
        const beats = journal.unsent;
        if (beats.length === 0) return;
        watched = takeBeats({ watched, beats, rules, now: watched.startedAt + at }).watched;
        if (answered) journal = withoutAnswered(journal, beats);
      };
      const seen: [number, number][] = [];
      let [at, position, rate, visible] = [0, 0, 1, true];
      for (const { what, lasts, fraction, arrives, answered } of steps) {
        if (what === "rate") rate = rate === 1 ? 1.5 : 1;
        if (what === "hide") visible = !visible;
        if (what === "back") position = Math.floor(position * fraction);
        if (what === "pause") at += lasts;
        else {
          journal = beginStretch(journal, { at, position, rate, visible });
          const from = Math.floor(position);
          for (let left = lasts; left > 0; left -= 250) {
            const passed = Math.min(left, 250);
            at += passed;
            position += passed * rate;
            journal = extendStretch(journal, { at, position });
            if (at - journal.toldAt >= 10_000) {
              journal = noteBeat(journal);
              if (arrives) send(answered);
            }
          }
          seen.push([from, Math.floor(position)]);
          journal = endStretch(journal);
        }
        if (arrives) send(answered);
      }
      send(true);
      expect(watched.segments).toEqual(mergeSegments(seen));
      expect(journal.unsent).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
