import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useFigures } from "./use-figures.ts";

type Props = {
  filter: { release: string; language: string | null; region: string | null };
  releases: { id: string; editionId: string; publishedAt: number }[];
  languages: string[];
  regions: string[];
};

/** Chosen by GET, so that a choice is an address that can be sent to somebody. */
export function StatisticsFilter({ filter, releases, languages, regions }: Props) {
  const { t } = useTranslation("statistics");
  const { moment } = useFormats();
  const { language } = useFigures();
  const all = { value: "", text: t("filter.all") };
  return (
    <Form
      method="get"
      action={paths.itemStatistics()}
      reloadDocument
      aria-label={t("filter.label")}
      className="panel grid w-full items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]"
    >
      <Select
        name="release"
        label={t("filter.release")}
        chosen={filter.release}
        options={releases.map(({ id, editionId, publishedAt }) => ({
          value: id,
          text: t("filter.releaseOption", { edition: editionId, day: moment(publishedAt) }),
        }))}
      />
      <Select
        name="language"
        label={t("filter.language")}
        chosen={filter.language}
        options={[all, ...languages.map((tag) => ({ value: tag, text: language(tag) }))]}
      />
      <Select
        name="region"
        label={t("filter.region")}
        chosen={filter.region}
        options={[all, ...regions.map((region) => ({ value: region, text: region }))]}
      />
      <button type="submit" className="button button-small justify-self-start">
        {t("filter.show")}
      </button>
    </Form>
  );
}

type SelectProps = {
  name: string;
  label: string;
  chosen: string | null;
  options: { value: string; text: string }[];
};

function Select({ name, label, chosen, options }: SelectProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1">
      {label}
      <select name={name} defaultValue={chosen ?? ""} className="field">
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
