import { useRouteLoaderData } from "@remix-run/react";
import { formatDay, formatMoment, formatShortDay } from "./format-instant.ts";
import { keptValues } from "./kept-values.ts";
import { formatList } from "./use-list.ts";

type Reader = { locale: string; timeZone: string };

const mostReaders = 200;
const mostCountries = 300;
const formats = keptValues<ReturnType<typeof makeFormats>>(mostReaders);

/** Dates, deadlines and countries as this reader writes them, in the reader's time zone. Only where no script runs. */
export function useFormats() {
  const reader = useRouteLoaderData<{ formats: Reader }>("root")?.formats ?? { locale: "en-GB", timeZone: "UTC" };
  return formats(`${reader.locale} ${reader.timeZone}`, () => makeFormats(reader));
}

function makeFormats({ locale, timeZone }: Reader) {
  const reader = { locale, timeZone };
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const names = keptValues<string>(mostCountries);
  return {
    locale,
    shortDay: (at: number) => formatShortDay(at, reader),
    day: (at: number | null) => (at === null ? "" : formatDay(at, reader)),
    moment: (at: number | null) => (at === null ? "" : formatMoment(at, reader)),
    /** A minute of a day on any clock, as in `18:00`. */
    clockTime: (minutes: number) =>
      new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" }).format(minutes * 60_000),
    /** 1 is Monday; 5 January 1970 was one. */
    weekday: (day: number) =>
      new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format((day + 3) * 86_400_000),
    country: (code: string) => names(code, () => countries.of(code) ?? code),
    list: (parts: readonly string[]) => formatList(parts, locale),
  };
}
