import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { hasTag, normaliseAddress } from "#app/features/firms/mail-address.ts";
import { readJoinInput } from "#app/features/invitations/join-input.ts";
import { registerPartner } from "#app/features/invitations/register-partner.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { publicAction, publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { LanguageField } from "./language-field.tsx";
import { NameField } from "./name-field.tsx";

const fields = ["givenName", "familyName", "language"] as const;
type Problems = Partial<Record<(typeof fields)[number], string>> & { address?: "bad" | "tag" };

export const meta: MetaFunction = pageTitle("joining:register.title");

export const loader = publicLoader(async ({ request }) => ({ sent: new URL(request.url).searchParams.has("sent") }));

export const action = publicAction(async ({ app, form, address: from }) => {
  const textOf = (field: string) => String(form.get(field) ?? "").slice(0, 1000);
  const read = readJoinInput(textOf, fields);
  const address = normaliseAddress(textOf("address"));
  const wrong = address === null ? "bad" : hasTag(address) ? "tag" : null;
  const values = { ...Object.fromEntries(fields.map((field) => [field, textOf(field)])), address: textOf("address") };
  const problems: Problems = { ...("problems" in read ? read.problems : {}), ...(wrong ? { address: wrong } : {}) };
  if ("problems" in read || address === null || wrong !== null)
    return json({ problems, values, minutes: 0 }, { status: 422 });
  try {
    await registerPartner({ ...app, ...read.input, address, from });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "too-many-requests")) throw error;
    return json({ problems, values, minutes: Number(error.extra.minutes) }, { status: 429 });
  }
  return redirect(`${paths.register()}?sent`);
});

export default function Register() {
  const { t } = useTranslation("joining");
  const { sent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (sent && !answer) return <Sent />;
  const problems: Problems = answer?.problems ?? {};
  const values: { [field: string]: string } = answer?.values ?? {};
  const errors = problems.address ? [t(`register.${problems.address}`)] : undefined;
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6">
      <h1>{t("register.title")}</h1>
      <p className="text-ink-2">{t("register.intro")}</p>
      {answer?.minutes ? (
        <Notice tone="stop" alert>
          {t("register.throttled", { count: answer.minutes })}
        </Notice>
      ) : null}
      <Form method="post" action={paths.register()} className="flex flex-col gap-5" reloadDocument>
        <NameField name="givenName" value={values.givenName ?? ""} problem={problems.givenName} />
        <NameField name="familyName" value={values.familyName ?? ""} problem={problems.familyName} />
        <FormField id="address" label={t("register.address")} hint={t("register.addressHint")} errors={errors}>
          <input
            id="address"
            name="address"
            // Not of type email: browsers know neither all addresses nor our words for what is wrong.
            inputMode="email"
            className="field"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={254}
            defaultValue={values.address ?? ""}
            {...describedBy("address", { hint: true, errors })}
          />
        </FormField>
        <LanguageField value={values.language ?? "en"} problem={problems.language} />
        <button type="submit" className="button">
          {t("register.submit")}
        </button>
      </Form>
    </div>
  );
}

function Sent() {
  const { t } = useTranslation("joining");
  return (
    <div className="mx-auto flex max-w-md flex-col gap-4">
      <h1>{t("register.sentTitle")}</h1>
      <p>{t("register.sent")}</p>
      <p className="text-ink-2">{t("register.notSent")}</p>
      <p>
        <Link to={paths.register()}>{t("register.again")}</Link>
      </p>
    </div>
  );
}
