import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { describedBy, FormField } from "#app/ui/form-field.tsx";

export type SignatureRefusal = {
  /** Keys of the catalogue. */
  problems: { typedName?: string[] | undefined; password?: string[] | undefined };
  /** To wait after too many attempts. */
  minutes: number;
  typedName: string;
};

type SignatureFormProps = { name: string; hint: string; refusal: SignatureRefusal | undefined };

/** The full name typed, and the password again. */
export function SignatureForm({ name, hint, refusal }: SignatureFormProps) {
  const { t } = useTranslation("learning");
  const problemsOf = (field: "typedName" | "password") =>
    refusal?.problems[field]?.map((key) => t(`attestation.${key}`, { name, count: refusal.minutes }));
  return (
    <Form method="post" reloadDocument className="flex max-w-md flex-col gap-5">
      <FormField id="typedName" label={t("attestation.name")} hint={t(hint, { name })} errors={problemsOf("typedName")}>
        <input
          id="typedName"
          name="typedName"
          className="field font-book text-[1.2rem]!"
          autoComplete="off"
          required
          maxLength={200}
          defaultValue={refusal?.typedName}
          {...describedBy("typedName", { hint: true, errors: problemsOf("typedName") })}
        />
      </FormField>
      <FormField
        id="password"
        label={t("attestation.password")}
        hint={t("attestation.passwordHint")}
        errors={problemsOf("password")}
      >
        <input
          id="password"
          name="password"
          type="password"
          className="field"
          autoComplete="current-password"
          required
          maxLength={200}
          {...describedBy("password", { hint: true, errors: problemsOf("password") })}
        />
      </FormField>
      <button type="submit" className="button">
        {t("attestation.submit")}
      </button>
    </Form>
  );
}
