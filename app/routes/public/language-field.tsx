import { useTranslation } from "react-i18next";
import { offeredLanguages } from "#app/features/invitations/offered-languages.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import { useProblem } from "./name-field.tsx";

/** The language of pages and mails. */
export function LanguageField({ value, problem }: { value: string; problem: string | undefined }) {
  const { t } = useTranslation("joining");
  const { language } = useFigures();
  const errors = useProblem(problem);
  const tags = offeredLanguages.includes(value) ? offeredLanguages : [...offeredLanguages, value].filter(Boolean);
  return (
    <FormField id="language" label={t("join.language")} hint={t("join.languageHint")} errors={errors}>
      <select
        id="language"
        name="language"
        className="field"
        defaultValue={value}
        {...describedBy("language", { hint: true, errors })}
      >
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {language(tag)}
          </option>
        ))}
      </select>
    </FormField>
  );
}
