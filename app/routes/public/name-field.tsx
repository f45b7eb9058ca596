import { useTranslation } from "react-i18next";
import { describedBy, FormField } from "#app/ui/form-field.tsx";

type NameFieldProps = { name: "givenName" | "familyName"; value: string; problem: string | undefined };

/** A given or a family name. */
export function NameField({ name, value, problem }: NameFieldProps) {
  const { t } = useTranslation("joining");
  const errors = useProblem(problem);
  return (
    <FormField id={name} label={t(`join.${name}`)} errors={errors}>
      <input
        id={name}
        name={name}
        className="field"
        autoComplete={name === "givenName" ? "given-name" : "family-name"}
        required
        maxLength={200}
        defaultValue={value}
        {...describedBy(name, { errors })}
      />
    </FormField>
  );
}

/** The reason for which a value was refused, in words. */
export function useProblem(reason: string | undefined): string[] | undefined {
  const { t, i18n } = useTranslation("joining");
  if (!reason) return undefined;
  return [t(`field.${i18n.exists(`joining:field.${reason}`) ? reason : "other"}`)];
}
