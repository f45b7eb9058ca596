import type { NoticePolicy } from "#app/platform/db.server.ts";

type Hours = Pick<NoticePolicy, "open" | "close">;

/** Reads `08:00-18:00`, or `8-18`, as minutes of the day; null for anything else, and for a day that ends before it begins. */
export function parseSendingHours(text: string): Hours | null {
  const [, fromHour, fromMinute = "0", toHour, toMinute = "0"] =
    /^\s*(\d{1,2})(?::(\d{2}))?\s*-\s*(\d{1,2})(?::(\d{2}))?\s*$/.exec(text) ?? [];
  if (fromHour === undefined || toHour === undefined) return null;
  const open = Number(fromHour) * 60 + Number(fromMinute);
  const close = Number(toHour) * 60 + Number(toMinute);
  if (Number(fromMinute) > 59 || Number(toMinute) > 59 || close > 1440 || open >= close) return null;
  return { open, close };
}

/** Reads weekdays as numbers with commas, 1 for Monday: `1,2,3,4`. Null for anything else, and for no day at all. */
export function parseWeekdays(text: string): number[] | null {
  const days = text.split(",").map((part) => part.trim());
  return days.every((day) => /^[1-7]$/.test(day)) ? [...new Set(days.map(Number))].sort() : null;
}
