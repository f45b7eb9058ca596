import { interfaceIn, localeFor } from "#app/platform/i18n.ts";
import { fullName } from "../people/full-name.ts";
import type { PeopleFilter } from "../teams/people-filter.ts";
import type { ExportOrigin } from "./export-origin.ts";

export type Reader = {
  givenName: string;
  familyName: string;
  preferredName: string | null;
  language: string;
  timeZone: string;
};

/** What is printed on an export for this reader, in the reader's language and time zone. */
export function exportOriginOf(reader: Reader, { asOf, filter }: { asOf: number; filter: PeopleFilter }): ExportOrigin {
  const locale = localeFor([reader.language]);
  const t = interfaceIn(locale).getFixedT(locale);
  return { asOf, filter, by: fullName(reader), timeZone: reader.timeZone, t: (key, values) => t(key, values ?? {}) };
}
