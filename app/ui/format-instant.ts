import { keptValues } from "./kept-values.ts";

type Reader = { locale: string; timeZone: string };

/** Making a formatter takes a thousand times as long as using it, and a page uses it for each of its rows. */
const mostReaders = 200;
const formatters = keptValues<ReturnType<typeof makeFormatters>>(mostReaders);
/** Deadlines and the days of a picture are the same on every page. */
const mostDays = 1_000;
const quarterHour = 15 * 60_000;
const mostQuarters = 200;

function makeFormatters({ locale, timeZone: wanted }: Reader) {
  const timeZone = isKnown(wanted) ? wanted : "UTC";
  return {
    day: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }),
    shortDay: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone }),
    zone: new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "shortGeneric" }),
    days: keptValues<string, number>(mostDays),
    shortDays: keptValues<string, number>(mostDays),
    // Clocks are changed at quarters of an hour, so the name of a zone is the same within each.
    zones: keptValues<string, number>(mostQuarters),
  };
}

/** What one machine knows another may not: zones get other names. UTC is told as such wherever a deadline is named. */
function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) !== null;
  } catch {
    return false;
  }
}

function formattersFor(reader: Reader) {
  return formatters(`${reader.locale} ${reader.timeZone}`, () => makeFormatters(reader));
}

/** `15 November 2026` in a language and time zone. */
export function formatDay(at: number, reader: Reader): string {
  const { day, days } = formattersFor(reader);
  return days(at, () => day.format(at));
}

/** `15 Nov` in a language and time zone. */
export function formatShortDay(at: number, reader: Reader): string {
  const { shortDay, shortDays } = formattersFor(reader);
  return shortDays(at, () => shortDay.format(at));
}

/** `15 November 2026, 18:00 (Warsaw time)`: for deadlines, where the zone must be named. */
export function formatMoment(at: number, reader: Reader): string {
  const { moment, zone, zones } = formattersFor(reader);
  const named = zones(
    Math.floor(at / quarterHour),
    () => zone.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? reader.timeZone,
  );
  return `${moment.format(at)} (${named})`;
}
