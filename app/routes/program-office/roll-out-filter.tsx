import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RollOutWave } from "#app/features/roll-out/get-roll-out.server.ts";
import type { PeopleFilter } from "#app/features/teams/people-filter.ts";
import { trainingPaths } from "#app/features/teams/team-member.ts";
import { paths } from "#app/platform/paths.ts";
import type { FilterChoices } from "#app/routes/manager/filter-choices.server.ts";
import { FilterSelect } from "#app/routes/manager/filter-select.tsx";
import { PhoneFold } from "#app/ui/phone-fold.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

/** What the page is narrowed to; its figures open the list of people narrowed to the same. */
export type RollOutCut = Pick<PeopleFilter, "region" | "country" | "department" | "path" | "wave">;
type RollOutFilterProps = { cut: RollOutCut; choices: FilterChoices; waves: RollOutWave[] };

export function RollOutFilter({ cut, choices, waves }: RollOutFilterProps) {
  const { t } = useTranslation("rollOut");
  const { country } = useFormats();
  const plain = (values: readonly string[], text = (value: string) => value) =>
    values.map((value) => ({ value, text: text(value) }));
  const waveNames = waves.map(({ wave, number }) => ({ value: wave.id, text: t("waves.name", { number }) }));
  const selects = [
    { name: "region", label: t("team:filter.region"), options: plain(choices.regions) },
    { name: "country", label: t("team:filter.country"), options: plain(choices.countries, country) },
    { name: "department", label: t("team:filter.department"), options: plain(choices.departments) },
    {
      name: "path",
      label: t("team:filter.path"),
      options: plain(trainingPaths, (value) => t(`team:filter.value.path.${value}`)),
    },
    { name: "wave", label: t("filter.wave"), options: waveNames },
  ] as const;
  const isNarrowed = Object.values(cut).some((value) => value !== null);
  return (
    <Form
      method="get"
      action={paths.rollOut()}
      className={isNarrowed ? "panel" : "panel no-print"}
      aria-label={t("filter.label")}
    >
      <PhoneFold label={t("filter.fold")} open={isNarrowed}>
        <div className="grid items-end gap-3 pt-2 sm:grid-cols-2 sm:pt-0 lg:grid-cols-3">
          {selects.map(({ name, label, options }) => (
            <FilterSelect
              key={name}
              name={name}
              label={label}
              value={cut[name] ?? ""}
              options={[{ value: "", text: t("team:filter.all") }, ...options]}
            />
          ))}
          <p className="flex flex-wrap items-center gap-4">
            <button type="submit" className="button button-small">
              {t("filter.show")}
            </button>
            <Link to={paths.rollOut()} className="no-print">
              {t("filter.clear")}
            </Link>
          </p>
        </div>
      </PhoneFold>
    </Form>
  );
}
