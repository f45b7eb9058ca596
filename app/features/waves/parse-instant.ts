import { z } from "zod";

const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();

/**
 * An instant written as `2011-11-01T09:00:00Z` or with an offset, or as a day, `2011-11-01`, which means its start in
 * UTC. In milliseconds; null for anything else, a time without an offset too, because nobody could say when that is.
 */
export function parseInstant(text: string): number | null {
  const given = text.trim();
  if (day.safeParse(given).success) return Date.parse(`${given}T00:00:00Z`);
  return instant.safeParse(given).success ? Date.parse(given) : null;
}

export const instantFormats = "as 2011-11-01T09:00:00Z, or as a day such as 2011-11-01, which starts at midnight UTC";
