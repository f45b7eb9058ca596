import { useTranslation } from "react-i18next";
import type { Html } from "#app/ui/html.ts";
import { keptValues } from "#app/ui/kept-values.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useTeamLinks } from "./use-team-links.ts";

type Kept = ReturnType<typeof keptValues<Html>>;

/** One entry for each language, country, stand-in and manager that a row is drawn for. */
const mostReaders = 20;
const drawn = new WeakMap<object, Kept>();

/**
 * Draws the rows of figures once for all readers with the same words and links, and again only when the figures are
 * others: `of` is an object that is replaced then, never changed. What is drawn may depend on `of`, the manager, the
 * reader's language and country and the links of `useTeamLinks`, on nothing else.
 */
export function useKeptRows(): (of: object, manager: string | null, draw: () => Html) => Html {
  const { i18n } = useTranslation();
  const { locale } = useFormats();
  const { standIn } = useTeamLinks();
  return (of, manager, draw) => {
    const kept = drawn.get(of) ?? keptValues<Html>(mostReaders);
    drawn.set(of, kept);
    return kept(JSON.stringify([i18n.language, locale, standIn, manager]), draw);
  };
}
