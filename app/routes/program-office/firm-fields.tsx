import { useTranslation } from "react-i18next";
import type { FirmColumn, FirmValues } from "#app/features/firms/firm-feed.ts";
import { firmTiers } from "#app/features/firms/firm-tiers.ts";
import { CountryOptions } from "#app/routes/firms/country-options.tsx";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import type { FirmProblems } from "./firm-values.ts";

type FirmFieldsProps = { values: FirmValues | null; problems: FirmProblems; isNew?: boolean };

/** The fields of a firm, with what is wrong with each. */
export function FirmFields({ values, problems, isNew = false }: FirmFieldsProps) {
  const { t, i18n } = useTranslation("firms");
  const errorsOf = (column: FirmColumn) => {
    const problem = problems[column];
    if (!problem) return undefined;
    const key = i18n.exists(`firms:problem.${problem.reason}`) ? problem.reason : "other";
    return [t(`problem.${key}`, { value: problem.value })];
  };
  const field = (column: FirmColumn, hint: boolean) => ({
    id: column,
    label: t(`form.${column}`),
    ...(hint ? { hint: t(`form.${column}Hint`) } : {}),
    errors: errorsOf(column),
  });
  const control = (column: FirmColumn, hint: boolean) => ({
    id: column,
    name: column,
    className: "field",
    defaultValue: values?.[column] ?? "",
    ...describedBy(column, { hint, errors: errorsOf(column) }),
  });
  return (
    <>
      {isNew ? (
        <FormField {...field("external_id", true)}>
          <input {...control("external_id", true)} required maxLength={32} autoComplete="off" />
        </FormField>
      ) : null}
      <FormField {...field("name", false)}>
        <input {...control("name", false)} required maxLength={200} autoComplete="off" />
      </FormField>
      <FormField {...field("country", false)}>
        <select {...control("country", false)} required>
          <option value="">{t("form.choose")}</option>
          <CountryOptions />
        </select>
      </FormField>
      <FormField {...field("tier", false)}>
        <select {...control("tier", false)} required>
          <option value="">{t("form.choose")}</option>
          {firmTiers.map((tier) => (
            <option key={tier} value={tier}>
              {t(`tier.${tier}`)}
            </option>
          ))}
        </select>
      </FormField>
      <FormField {...field("domains", true)}>
        <input {...control("domains", true)} maxLength={2000} autoComplete="off" spellCheck={false} />
      </FormField>
      <FormField {...field("closed_on", true)}>
        <input {...control("closed_on", true)} type="date" />
      </FormField>
    </>
  );
}
