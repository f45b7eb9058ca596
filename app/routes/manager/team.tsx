import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isAllowed } from "#app/features/access/roles.ts";
import { getPace, getTeamOverview } from "#app/features/teams/get-team-overview.server.ts";
import { pageOf } from "#app/features/teams/list-people.server.ts";
import { mayClaim } from "#app/features/teams/team-figures.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { PaceChart } from "./pace-chart.tsx";
import { readPage } from "./people-query.ts";
import { PeopleRows } from "./people-rows.tsx";
import { personRow } from "./person-row.ts";
import { StandInSwitch } from "./stand-in-switch.tsx";
import { TeamBars } from "./team-bars.tsx";
import { TeamGroupPages } from "./team-group-pages.tsx";
import { TeamGroups } from "./team-groups.tsx";
import { loadTeamView } from "./team-sight.server.ts";
import { TeamTiles } from "./team-tiles.tsx";
import { useTeamLinks } from "./use-team-links.ts";

export const meta: MetaFunction = pageTitle("team:title");

const mostDirect = 20;

export const loader = pageLoader("team:read", async ({ app, viewer, request }) => {
  const query = new URL(request.url).searchParams;
  const asked = query.get("manager") || null;
  const { team, standIn, choices } = await loadTeamView(app, viewer, request);
  const { figures, groups, direct, manager } = getTeamOverview(team, asked);
  const { rows, ...groupPlace } = pageOf(groups, readPage(query.get("groups")));
  return {
    asOf: team.asOf,
    ...{ standIn, choices, delegates: isAllowed(viewer.roles, "team:delegate") && standIn === null },
    manager: manager && { employeeId: manager.employeeId, name: manager.name },
    everybody: team.sight === "everybody",
    ...{ figures, groups: rows, groupPlace },
    direct: direct.slice(0, mostDirect).map(personRow),
    directTotal: direct.length,
    pace: getPace(team, { manager: asked, waveId: query.get("wave") }),
  };
});

export default function TeamPage() {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const data = useLoaderData<typeof loader>();
  const { count } = useFigures();
  const { moment } = useFormats();
  const { figures, pace } = data;
  const { people } = figures.all;
  const manager = data.manager?.employeeId ?? null;
  const own = t(data.everybody ? "everybody" : "home.title");
  const whole = data.standIn ? t("delegates:switch.other", { name: data.standIn.name }) : own;
  return (
    <div className="flex flex-col gap-8">
      <StandInSwitch standIn={data.standIn} choices={data.choices} to={paths.team} />
      <div className="flex flex-col gap-2">
        <p className="eyebrow">
          {data.manager?.name ?? whole} ·{" "}
          <a href={links.teamPeople({ manager })}>{t("people", { count: people, shown: count(people) })}</a>
        </p>
        {people > 0 ? <Heading {...data} /> : <h1>{t("title")}</h1>}
        {pace ? null : <p className="text-ink-3">{t("asOf", { at: moment(data.asOf) })}</p>}
        {data.manager ? (
          <p className="no-print">
            <a href={links.team()}>{whole}</a>
          </p>
        ) : null}
      </div>
      {people === 0 ? (
        <Notice tone="info">
          <strong>{t("empty.title")}</strong>
          <span>{t("empty.text")}</span>
        </Notice>
      ) : (
        <>
          <TeamTiles all={figures.all} overdue={figures.overdue} pace={pace} manager={manager} />
          {pace ? <PaceChart pace={pace} asOf={data.asOf} manager={manager} /> : null}
          {data.groups.length > 0 ? <TeamGroups groups={data.groups} /> : null}
          <TeamGroupPages place={data.groupPlace} manager={manager} />
          {data.direct.length > 0 && !(data.everybody && !data.manager) ? (
            <section className="flex flex-col gap-2">
              <h2>{t("direct.title")}</h2>
              <PeopleRows rows={data.direct} />
              <p>
                <a href={links.teamPeople({ manager, reports: "direct" })}>
                  {t("direct.all", { count: data.directTotal, shown: count(data.directTotal) })}
                </a>
              </p>
            </section>
          ) : null}
          {data.everybody && !data.manager ? (
            <p className="no-print">
              <a href={paths.rollOut()} className="font-semibold">
                {t("rollOut:home")}
              </a>
            </p>
          ) : null}
          <TeamBars cuts={figures.cuts} manager={manager} />
        </>
      )}
      {data.delegates ? (
        <p className="no-print">
          <a href={paths.delegates()} className="font-semibold">
            {t("delegates:link")}
          </a>
        </p>
      ) : null}
    </div>
  );
}

type HeadingProps = ReturnType<typeof useLoaderData<typeof loader>>;

/** How many may claim, and whether the date will be met, in one sentence each. */
function Heading({ figures, pace, asOf }: HeadingProps) {
  const { t } = useTranslation("team");
  const { count, percent } = useFigures();
  const { day } = useFormats();
  const share = percent(mayClaim(figures.all) / figures.all.people);
  return (
    <h1>
      {t("heading", { share })} {pace ? paceSentence(pace) : null}
    </h1>
  );

  function paceSentence({ people, certified, dueNow, wave }: NonNullable<HeadingProps["pace"]>) {
    const date = day(wave.deadline);
    if (wave.deadline <= asOf) return t("passed", { day: date, share: percent(certified / people) });
    if (dueNow === 0 && certified === 0) return t("notDue", { day: date });
    const missing = dueNow - certified;
    if (missing <= 0) return t("onPace", { day: date });
    return t("behind", { day: date, count: missing, shown: count(missing) });
  }
}
