import { useTranslation } from "react-i18next";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { useTeamLinks } from "./use-team-links.ts";

type TeamGroupPagesProps = { place: { page: number; pages: number }; manager: string | null };

/** The way to the other teams, where HR names one manager, or none, above very many. */
export function TeamGroupPages({ place: { page, pages }, manager }: TeamGroupPagesProps) {
  const { t } = useTranslation("team");
  const { count } = useFigures();
  const links = useTeamLinks();
  if (pages === 1) return null;
  const at = (groups: number) => links.team({ manager, groups: String(groups) });
  return (
    <nav aria-label={t("groups.pages")} className="flex flex-wrap gap-6">
      {page > 1 ? <a href={at(page - 1)}>{t("list.previous")}</a> : null}
      <span>{t("list.page", { page: count(page), pages: count(pages) })}</span>
      {page < pages ? <a href={at(page + 1)}>{t("list.next")}</a> : null}
    </nav>
  );
}
