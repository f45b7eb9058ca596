import { expect, test } from "vitest";
import { parseSendingHours, parseWeekdays } from "./sending-hours.ts";

test("hours and weekdays are read as people write them, and nothing else is", () => {
  expect(parseSendingHours("8-18")).toEqual({ open: 480, close: 1080 });
  expect(parseSendingHours(" 09:30 - 24:00 ")).toEqual({ open: 570, close: 1440 });
  for (const wrong of ["", "18-8", "8-8", "8:60-9", "8-25", "24:30-25", "always"])
    expect(parseSendingHours(wrong)).toBe(null);
  expect(parseWeekdays("5, 1,1")).toEqual([1, 5]);
  for (const wrong of ["", "0", "8", "1;2", "Mon"]) expect(parseWeekdays(wrong)).toBe(null);
});
