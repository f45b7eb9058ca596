import { useTranslation } from "react-i18next";
import { CountryOptions } from "#app/routes/firms/country-options.tsx";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import type { JoinProblems } from "./join-problems.ts";
import { LanguageField } from "./language-field.tsx";
import { NameField, useProblem } from "./name-field.tsx";

type AboutFieldsProps = {
  defaults: { givenName: string; familyName: string; language: string };
  problems: JoinProblems;
  values: { [field: string]: string };
};

/** What somebody new says of themselves. */
export function AboutFields({ defaults, problems, values }: AboutFieldsProps) {
  const { t } = useTranslation("joining");
  const countryErrors = useProblem(problems.country);
  const zoneErrors = useProblem(problems.timeZone);
  return (
    <>
      <NameField name="givenName" value={values.givenName ?? defaults.givenName} problem={problems.givenName} />
      <NameField name="familyName" value={values.familyName ?? defaults.familyName} problem={problems.familyName} />
      <FormField id="country" label={t("join.country")} errors={countryErrors}>
        <select
          id="country"
          name="country"
          className="field"
          required
          autoComplete="country"
          defaultValue={values.country ?? ""}
          {...describedBy("country", { errors: countryErrors })}
        >
          <option value="">{t("join.choose")}</option>
          <CountryOptions />
        </select>
      </FormField>
      <FormField id="timeZone" label={t("join.timeZone")} hint={t("join.timeZoneHint")} errors={zoneErrors}>
        <select
          id="timeZone"
          name="timeZone"
          className="field"
          required
          defaultValue={values.timeZone ?? ""}
          {...describedBy("timeZone", { hint: true, errors: zoneErrors })}
        >
          <option value="">{t("join.choose")}</option>
          {Intl.supportedValuesOf("timeZone").map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </FormField>
      <LanguageField value={values.language ?? defaults.language} problem={problems.language} />
    </>
  );
}
