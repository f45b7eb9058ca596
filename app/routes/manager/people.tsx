import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isAllowed } from "#app/features/access/roles.ts";
import { findAskedManager } from "#app/features/teams/get-team.server.ts";
import { listPeople, pageOf } from "#app/features/teams/list-people.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { ExportChoices } from "./export-choices.tsx";
import { filterChoices } from "./filter-choices.server.ts";
import { NudgeList } from "./nudge-list.tsx";
import { PeopleFilterForm } from "./people-filter-form.tsx";
import { peopleQueryOf, readPeopleQuery } from "./people-query.ts";
import { PeopleRows } from "./people-rows.tsx";
import { personRow } from "./person-row.ts";
import { StandInSwitch } from "./stand-in-switch.tsx";
import { startExport } from "./start-export.server.ts";
import { loadTeamView } from "./team-sight.server.ts";
import { useTeamLinks } from "./use-team-links.ts";

export const meta: MetaFunction = pageTitle("team:list.title");

export const loader = pageLoader("team:read", async ({ app, viewer, request }) => {
  const query = readPeopleQuery(request);
  const { team, standIn, choices: teams } = await loadTeamView(app, viewer, request);
  const manager = findAskedManager(team, query.filter.manager);
  const people = listPeople(team, query.filter, query);
  const { rows, ...place } = pageOf(people, query.page);
  return {
    asOf: team.asOf,
    ...{ standIn, teams },
    manager: manager?.name ?? null,
    ...{ query, place, choices: filterChoices(team) },
    rows: rows.map(personRow),
    mayNudge: isAllowed(viewer.roles, "team:nudge"),
  };
});

export const action = pageAction("team:read", startExport);

export default function PeoplePage() {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { count } = useFigures();
  const { moment } = useFormats();
  const { asOf, standIn, teams, manager, query, place, choices, rows, mayNudge } = useLoaderData<typeof loader>();
  const total = t("list.count", { count: place.total, shown: count(place.total) });
  const at = (page: number) => links.teamPeople(peopleQueryOf({ ...query, page }));
  return (
    <div className="flex flex-col gap-6">
      <p className="no-print">
        <a href={links.team({ manager: query.filter.manager })}>{t("list.back")}</a>
      </p>
      <h1>{t("list.title")}</h1>
      <StandInSwitch standIn={standIn} choices={teams} to={paths.teamPeople} />
      <PeopleFilterForm query={query} choices={choices} />
      <p className="flex flex-wrap gap-x-6">
        <strong>{total}</strong>
        {manager ? <span>{t("filter.below", { name: manager })}</span> : null}
        {query.filter.wave ? <span>{t("filter.wave")}</span> : null}
        <span className="text-ink-3">{t("asOf", { at: moment(asOf) })}</span>
      </p>
      <ExportChoices query={{ ...peopleQueryOf(query), for: links.standIn, page: null }} total={place.total} />
      {rows.length === 0 ? (
        <Notice tone="info">
          <strong>{t("list.none")}</strong>
          <span>{t("list.noneText")}</span>
        </Notice>
      ) : mayNudge ? (
        <NudgeList total={place.total} query={query}>
          <PeopleRows rows={rows} choose />
        </NudgeList>
      ) : (
        <PeopleRows rows={rows} />
      )}
      {place.pages > 1 ? (
        <nav aria-label={t("list.pages")} className="flex flex-wrap items-center gap-6">
          {place.page > 1 ? (
            <a href={at(place.page - 1)} className="button button-small button-quiet">
              {t("list.previous")}
            </a>
          ) : null}
          <span>{t("list.page", { page: count(place.page), pages: count(place.pages) })}</span>
          {place.page < place.pages ? (
            <a href={at(place.page + 1)} className="button button-small button-quiet">
              {t("list.next")}
            </a>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}
