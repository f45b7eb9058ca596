import { useRouteLoaderData } from "@remix-run/react";
import { formatDay } from "#app/ui/format-instant.ts";
import { keptValues } from "#app/ui/kept-values.ts";

type RootData = { formats: { locale: string } };

const mostLocales = 200;
const mostNumbers = 2_000;
const figures = keptValues<ReturnType<typeof makeFigures>>(mostLocales);

/** Shares and numbers as this reader writes them. */
export function useFigures() {
  const locale = useRouteLoaderData<RootData>("root")?.formats.locale ?? "en-GB";
  return figures(locale, () => makeFigures(locale));
}

function makeFigures(locale: string) {
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const counts = new Intl.NumberFormat(locale);
  const [counted, shared] = [keptValues<string, number>(mostNumbers), keptValues<string, number>(mostNumbers)];
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const given = <T>(value: T | null | undefined, format: (value: T) => string) =>
    value === null || value === undefined ? "–" : format(value);
  return {
    percent: (share: number | null | undefined) => given(share, (value) => shared(value, () => percents.format(value))),
    decimal: (value: number | null | undefined) => given(value, (number) => decimals.format(number)),
    count: (value: number) => counted(value, () => counts.format(value)),
    /** Weeks begin in UTC, so their first day is that of UTC for everybody. */
    utcDay: (at: number) => formatDay(at, { locale, timeZone: "UTC" }),
    language: (tag: string) => {
      try {
        return languages.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
  };
}
