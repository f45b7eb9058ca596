/** `15 November 2026` in a language and time zone. */
export function formatDay(at: number, { locale, timeZone }: { locale: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(at);
}

/** `15 November 2026, 18:00 (Warsaw time)`: for deadlines, where the zone must be named. */
export function formatMoment(at: number, { locale, timeZone }: { locale: string; timeZone: string }): string {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone }).format(at);
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "shortGeneric" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  return `${moment} (${zone ?? timeZone})`;
}
