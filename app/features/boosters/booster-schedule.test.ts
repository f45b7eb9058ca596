import { expect, test } from "vitest";
import { boosterSchedule } from "./booster-schedule.ts";

const day = 86_400_000;
const certification = { validFrom: 5 * day, validUntil: 370 * day };
const config = { days: [30, 90, 180], renewalWindowDays: 60 };

test("each booster is open from its day until the next one, the last until the renewal window", () => {
  const table: [now: number, states: string][] = [
    [35 * day - 1, "later later later"],
    [35 * day, "open later later"],
    [95 * day - 1, "open later later"],
    [95 * day, "past open later"],
    [185 * day, "past past open"],
    [310 * day - 1, "past past open"],
    [310 * day, "past past past"],
  ];
  for (const [now, states] of table)
    expect([
      now / day,
      boosterSchedule(certification, config, now)
        .map(({ state }) => state)
        .join(" "),
    ]).toEqual([now / day, states]);
});

test("days are taken in order and once; one that would open with the renewal does not exist", () => {
  const schedule = boosterSchedule(certification, { days: [304, 30, 305, 30, 400], renewalWindowDays: 60 }, 0);
  expect(schedule.map((booster) => [booster.day, booster.opensAt / day, booster.closesAt / day])).toEqual([
    [30, 35, 309],
    [304, 309, 310],
  ]);
});
