import { formatLocale, interfaceIn, localeFor } from "#app/platform/i18n.ts";
import { formatDay, formatMoment } from "#app/ui/format-instant.ts";

type Reader = { language: string; country: string; timeZone: string };

/** Texts and dates as the reader of a mail is used to them. */
export function readerWords({ language, country, timeZone }: Reader) {
  const locale = localeFor([language]);
  const { t } = interfaceIn(locale);
  const formats = { locale: formatLocale(locale, country), timeZone };
  return {
    t: (key: string, values: Record<string, unknown> = {}): string => t(`notices:mail.${key}`, values),
    day: (at: number) => formatDay(at, formats),
    moment: (at: number) => formatMoment(at, formats),
  };
}
