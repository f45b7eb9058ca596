import { useRouteLoaderData } from "@remix-run/react";
import { formatDay, formatMoment } from "./format-instant.ts";

type RootData = { formats: { locale: string; timeZone: string } };

/** Dates, deadlines and countries as this reader writes them, in the reader's time zone. Only where no script runs. */
export function useFormats() {
  const { locale, timeZone } = useRouteLoaderData<RootData>("root")?.formats ?? { locale: "en-GB", timeZone: "UTC" };
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  return {
    shortDay: (at: number) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone }).format(at),
    day: (at: number | null) => (at === null ? "" : formatDay(at, { locale, timeZone })),
    moment: (at: number | null) => (at === null ? "" : formatMoment(at, { locale, timeZone })),
    /** A minute of a day on any clock, as in `18:00`. */
    clockTime: (minutes: number) =>
      new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" }).format(minutes * 60_000),
    /** 1 is Monday; 5 January 1970 was one. */
    weekday: (day: number) =>
      new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format((day + 3) * 86_400_000),
    country: (code: string) => countries.of(code) ?? code,
    list: (parts: string[]) => new Intl.ListFormat(locale).format(parts),
  };
}
