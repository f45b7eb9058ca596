import { expect, test } from "vitest";
import { makeNoticeWorld } from "#tests/make-notice-world.ts";
import { nothingTold } from "#tests/nothing-told.ts";
import { simulateNotices } from "#tests/simulate-notices.ts";
import type { PlannedMail } from "./compose-mails.ts";
import { dayText } from "./local-clock.ts";
import { defaultNoticePolicy } from "./notice-policy.ts";
import { weekAhead } from "./week-ahead.ts";

const day = 86_400_000;
/** A Thursday, before it opens anywhere but in the east. */
const start = Date.UTC(2026, 3, 9);

const linesOf = (mails: readonly PlannedMail[]) =>
  mails.map(({ to, kind, day, lines }) => `${dayText(day)} ${to.id} ${kind} ${lines.map(({ step }) => step)}`);

test.each([
  ["the usual rules", defaultNoticePolicy],
  ["a late digest and short hours", { ...defaultNoticePolicy, digestFrom: 14 * 60, open: 9 * 60, close: 16 * 60 }],
  ["every day, few steps", { ...defaultNoticePolicy, weekdays: [1, 2, 3, 4, 5, 6, 7], before: [10, 2] }],
])("the coming days are what runs at each hour send when nothing is done meanwhile: %s", async (_, policy) => {
  for (const seed of [1, 2, 3]) {
    const people = makeNoticeWorld({ people: 300, start: start - 100 * day, seed })
      .dayOf(start)
      // What ends within a day, at whatever minute, is told at some run between; here everything ends at midnight.
      .map((one) => ({ ...one, dueAt: one.dueAt === null ? null : Math.floor(one.dueAt / day) * day }));
    const found: string[] = [];
    for await (const { mails } of weekAhead({
      ...{ now: start, policy, peopleAt: async () => people },
      toldBefore: async () => nothingTold,
    }))
      found.push(...linesOf(mails));
    const runs = simulateNotices({
      from: start,
      until: start + 7 * day,
      everyHours: 1,
      policy,
      peopleAt: () => people,
    });
    const sent = linesOf(runs.map(({ mail }) => mail));
    const inside = (lines: string[]) => lines.filter((line) => line < "2026-04-15").sort();
    expect(inside(found)).toEqual(inside(sent));
    expect(inside(found).length).toBeGreaterThan(20);
  }
});
