import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { type PeopleQuery, peopleQueryOf } from "./people-query.ts";
import { useTeamLinks } from "./use-team-links.ts";

type NudgeListProps = { total: number; query: PeopleQuery; children: ReactNode };

/** A list in which people can be chosen for a nudge; its preview comes first. */
export function NudgeList({ total, query, children }: NudgeListProps) {
  const { t } = useTranslation("notices");
  const { count } = useFigures();
  const { standIn } = useTeamLinks();
  return (
    <form method="get" action={paths.nudge()} className="flex flex-col gap-4">
      {standIn ? <input type="hidden" name="for" value={standIn} /> : null}
      {children}
      <p className="list-actions no-print flex flex-wrap items-center gap-x-6 gap-y-2">
        <button type="submit" className="button button-small button-quiet">
          {t("nudge.selected")}
        </button>
        <a href={paths.nudgeAll({ ...peopleQueryOf(query), for: standIn, page: null })}>
          {t("nudge.all", { count: total, shown: count(total) })}
        </a>
      </p>
    </form>
  );
}
