import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readEditionTitles } from "#app/features/programs/read-edition-titles.server.ts";
import { getRollOut } from "#app/features/roll-out/get-roll-out.server.ts";
import { getWorldMap } from "#app/features/roll-out/get-world-map.server.ts";
import { getTeam } from "#app/features/teams/get-team.server.ts";
import { noFilter, readPeopleFilter } from "#app/features/teams/people-filter.ts";
import { paths } from "#app/platform/paths.ts";
import { filterChoices } from "#app/routes/manager/filter-choices.server.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { type RollOutCut, RollOutFilter } from "./roll-out-filter.tsx";
import { pictureOf, RollOutMap } from "./roll-out-map.tsx";
import { RollOutTable } from "./roll-out-table.tsx";
import { RollOutWaves } from "./roll-out-waves.tsx";
import { useFigures } from "./use-figures.ts";

export const meta: MetaFunction = pageTitle("rollOut:title");

export const loader = pageLoader("roll-out:read", async ({ app, request }) => {
  const { region, country, department, path, wave } = readPeopleFilter(new URL(request.url).searchParams);
  const cut: RollOutCut = { region, country, department, path, wave };
  const team = await getTeam(app, "everybody");
  const rollOut = getRollOut(team, { ...noFilter, ...cut });
  const picture = pictureOf(await getWorldMap(), rollOut.countries);
  const editions = await readEditionTitles(
    app.db.read,
    rollOut.waves.map(({ wave }) => wave.editionId),
  );
  return { ...rollOut, editions, cut, picture, choices: filterChoices(team) };
});

export default function RollOutPage() {
  const { t } = useTranslation("rollOut");
  const { moment } = useFormats();
  const { count } = useFigures();
  const { asOf, all, countries, waves, editions, cut, picture, choices } = useLoaderData<typeof loader>();
  const inForce = countries.filter(({ stage }) => stage === "grace" || stage === "enforced").length;
  const title = t("heading", { count: countries.length, shown: count(inForce), total: count(countries.length) });
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <p className="eyebrow">{t("title")}</p>
        <h1>{countries.length > 0 ? title : t("headingNone")}</h1>
        {countries.length > 0 ? <Sums all={all} cut={cut} /> : <p>{t("noneText")}</p>}
        <p className="text-ink-3">{t("asOf", { at: moment(asOf) })}</p>
      </div>
      <RollOutFilter cut={cut} choices={choices} waves={waves} />
      {countries.length > 0 ? <RollOutMap countries={countries} picture={picture} cut={cut} /> : null}
      {countries.length > 0 ? <RollOutTable countries={countries} waves={waves} cut={cut} /> : null}
      <RollOutWaves waves={waves} editions={editions} cut={cut} asOf={asOf} />
    </div>
  );
}

function Sums({ all, cut }: { all: ReturnType<typeof getRollOut>["all"]; cut: RollOutCut }) {
  const { t } = useTranslation("rollOut");
  const { count, percent } = useFigures();
  const share = percent(all.certifiedNow / all.people);
  const shown = (value: number) => ({ count: value, shown: count(value) });
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
      <li>
        <a href={paths.teamPeople(cut)}>{t("people", shown(all.people))}</a>
      </li>
      <li>
        <a href={paths.teamPeople({ ...cut, certified: "yes" })}>
          {t("certified", { ...shown(all.certifiedNow), share })}
        </a>
      </li>
      <li>
        <a href={paths.teamPeople({ ...cut, status: "blocked" })}>{t("blocked", shown(all.blocked))}</a>
      </li>
      <li>
        <a href={paths.teamPeople({ ...cut, due: "soon" })}>{t("soon", shown(all.soon))}</a>
      </li>
    </ul>
  );
}
