import { useRouteLoaderData } from "@remix-run/react";
import { keptValues } from "./kept-values.ts";

const mostLocales = 200;
const formats = keptValues<Intl.ListFormat>(mostLocales);

/** `2, 3 and 4`, as the country of a locale joins it. */
export function formatList(parts: readonly string[], locale: string): string {
  return formats(locale, () => new Intl.ListFormat(locale)).format(parts);
}

/** As `list` of `useFormats`, also where scripts run: unlike names of zones and countries, it is alike on both sides. */
export function useList(): (parts: readonly string[]) => string {
  const locale = useRouteLoaderData<{ formats: { locale: string } }>("root")?.formats.locale ?? "en-GB";
  return (parts) => formatList(parts, locale);
}
