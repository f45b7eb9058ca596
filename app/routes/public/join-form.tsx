import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import { AboutFields } from "./about-fields.tsx";
import type { JoinProblems } from "./join-problems.ts";

type JoinFormProps = {
  page: {
    firm: string;
    /** Whom the feed named; null for somebody new. */
    name: string | null;
    source: "invited" | "registered";
    address: string;
    givenName: string;
    familyName: string;
    language: string;
  };
  problems: JoinProblems;
  values: { [field: string]: string };
};

/** Who somebody is, as far as nobody has told us, and their password. */
export function JoinForm({ page, problems, values }: JoinFormProps) {
  const { t } = useTranslation("joining");
  const passwords = [
    { name: "password", hint: true },
    { name: "repeat", hint: false },
  ] as const;
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6">
      <h1>{t(`join.${page.source}`, { firm: page.firm })}</h1>
      <p className="text-ink-2">
        {page.name === null ? t("join.intro") : t("join.named", { firm: page.firm, name: page.name })}
      </p>
      <p>{t("join.address", { address: page.address })}</p>
      <Form method="post" className="flex flex-col gap-5" reloadDocument>
        {/* For password keepers, which store the password with what signs in. */}
        <input type="hidden" name="username" autoComplete="username" value={page.address} readOnly />
        {page.name === null ? <AboutFields defaults={page} problems={problems} values={values} /> : null}
        {passwords.map(({ name, hint }) => {
          const problem = problems[name];
          const errors = problem ? [t(`join.${problem}`)] : undefined;
          return (
            <FormField
              key={name}
              id={name}
              label={t(`join.${name}`)}
              hint={hint ? t("join.passwordHint") : undefined}
              errors={errors}
            >
              <input
                id={name}
                name={name}
                type="password"
                className="field"
                autoComplete="new-password"
                required
                maxLength={200}
                {...describedBy(name, { hint, errors })}
              />
            </FormField>
          );
        })}
        <button type="submit" className="button">
          {t("join.submit")}
        </button>
      </Form>
    </div>
  );
}
