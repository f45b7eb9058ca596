import { useTranslation } from "react-i18next";
import { sorts } from "#app/features/teams/people-filter.ts";
import { statuses, trainingPaths } from "#app/features/teams/team-member.ts";
import { paths } from "#app/platform/paths.ts";
import { PhoneFold } from "#app/ui/phone-fold.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { FilterChoices } from "./filter-choices.server.ts";
import { FilterSelect } from "./filter-select.tsx";
import type { PeopleQuery } from "./people-query.ts";
import { useTeamLinks } from "./use-team-links.ts";

/** So many of the filters are never folded away. */
const inSight = 2;

/** Every filter of the list, as a form that ends up in the URL. */
export function PeopleFilterForm({ query, choices }: { query: PeopleQuery; choices: FilterChoices }) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { country } = useFormats();
  const { filter } = query;
  const worded = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, text: t(`filter.value.${name}.${value}`) }));
  const plain = (values: string[], text = (value: string) => value) =>
    values.map((value) => ({ value, text: text(value) }));
  const selects = [
    { name: "status", options: statuses.map((value) => ({ value, text: t(`status.${value}`) })) },
    { name: "due", options: worded("due", ["soon", "overdue"]) },
    { name: "certified", options: worded("certified", ["yes", "no"]) },
    { name: "region", options: plain(choices.regions) },
    { name: "country", options: plain(choices.countries, country) },
    { name: "department", options: plain(choices.departments) },
    { name: "path", options: worded("path", trainingPaths) },
    { name: "leave", options: worded("leave", ["yes", "no"]) },
    { name: "contractor", options: worded("contractor", ["yes", "no"]) },
    { name: "reports", options: worded("reports", ["direct"]) },
  ] as const;
  const rest = selects.slice(inSight);
  const select = ({ name, options }: (typeof selects)[number]) => (
    <FilterSelect
      key={name}
      name={name}
      label={t(`filter.${name}`)}
      value={filter[name] ?? ""}
      options={[{ value: "", text: t("filter.all") }, ...options]}
    />
  );
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  return (
    <form
      method="get"
      action={paths.teamPeople()}
      className={`panel grid gap-3 sm:grid-cols-2 lg:grid-cols-4 ${isNarrowed ? "" : "no-print"}`}
      aria-label={t("filter.label")}
    >
      <label className="flex flex-col gap-1 sm:col-span-2">
        {t("filter.q")}
        <input type="search" name="q" defaultValue={filter.q ?? ""} className="field" />
      </label>
      {selects.slice(0, inSight).map(select)}
      <div className="sm:col-span-2 lg:col-span-4">
        <PhoneFold label={t("filter.more")} open={rest.some(({ name }) => filter[name] !== null)}>
          <div className="grid gap-3 pt-2 sm:grid-cols-2 sm:pt-0 lg:grid-cols-4">
            {rest.map(select)}
            <FilterSelect name="sort" label={t("filter.sort")} value={query.sort} options={worded("sort", sorts)} />
            <FilterSelect
              name="dir"
              label={t("filter.dir")}
              value={query.backwards ? "down" : ""}
              options={[
                { value: "", text: t("filter.value.dir.up") },
                { value: "down", text: t("filter.value.dir.down") },
              ]}
            />
          </div>
        </PhoneFold>
      </div>
      {links.standIn ? <input type="hidden" name="for" value={links.standIn} /> : null}
      {filter.manager ? <input type="hidden" name="manager" value={filter.manager} /> : null}
      {filter.wave ? <input type="hidden" name="wave" value={filter.wave} /> : null}
      <p className="no-print flex flex-wrap items-center gap-4 sm:col-span-2 lg:col-span-4">
        <button type="submit" className="button button-small">
          {t("filter.show")}
        </button>
        <a href={links.teamPeople()}>{t("filter.clear")}</a>
      </p>
    </form>
  );
}
