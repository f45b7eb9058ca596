import { useTranslation } from "react-i18next";
import type { Html } from "#app/ui/html.ts";
import { keptValues } from "#app/ui/kept-values.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useTeamLinks } from "./use-team-links.ts";

/** Some 10 kB each: the figures of those who look, in their languages. */
const drawn = keptValues<Html>(200);

/**
 * Draws the rows of figures once for all readers with the same words and links: for the same `figures`, part of the page
 * and manager. What is drawn may depend on these, the reader's language and country and the links of `useTeamLinks`, on
 * nothing else.
 */
export function useKeptRows(): (part: string, figures: object, manager: string | null, draw: () => Html) => Html {
  const { i18n } = useTranslation();
  const { locale } = useFormats();
  const { standIn } = useTeamLinks();
  return (part, figures, manager, draw) =>
    drawn(JSON.stringify([part, i18n.language, locale, standIn, manager, figures]), draw);
}
