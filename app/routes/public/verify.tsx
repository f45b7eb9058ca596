import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { verifyCertificate } from "#app/features/certification/verify-certificate.server.ts";
import { paths } from "#app/platform/paths.ts";
import { publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { FormField } from "#app/ui/form-field.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("open:verify.title");

export const loader = publicLoader(async ({ app, params, request }) => {
  const asked = new URL(request.url).searchParams.get("number")?.trim().slice(0, 40);
  if (asked) return redirect(paths.verify(asked));
  const number = params.number?.slice(0, 40);
  if (!number) return { number: "", certificate: null, asOf: app.clock.now() };
  return { number, certificate: await verifyCertificate({ ...app, number }), asOf: app.clock.now() };
});

const tones = { valid: "ok", expired: "warn", on_hold: "stop", unknown: "info" } as const;

export default function Verify() {
  const { t } = useTranslation("open");
  const { moment } = useFormats();
  const { number, certificate, asOf } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-[720px] flex-col gap-8">
      {certificate ? (
        <StandingCard
          tone={tones[certificate.state]}
          state={t(`verify.${certificate.state}`)}
          title={t(`verify.${certificate.state}Title`)}
        >
          <p>{t(`verify.${certificate.state}Text`)}</p>
          <p className="text-ink-3 text-sm">
            <span className="font-mono">{number}</span>
            {" · "}
            {t("verify.asOf", { when: moment(asOf) })}
          </p>
        </StandingCard>
      ) : null}
      <section className="flex flex-col gap-4">
        {certificate ? <h2>{t("verify.title")}</h2> : <h1>{t("verify.title")}</h1>}
        <p className="text-ink-2">{t("verify.intro")}</p>
        <Form method="get" action={paths.verifyAny()} className="flex flex-col gap-4 sm:max-w-md" reloadDocument>
          <FormField id="number" label={t("verify.number")} hint={t("verify.numberHint")}>
            <input
              id="number"
              name="number"
              className="field font-mono"
              required
              maxLength={40}
              autoComplete="off"
              defaultValue={number}
              aria-describedby="number-hint"
            />
          </FormField>
          <button type="submit" className="button self-start">
            {t("verify.submit")}
          </button>
        </Form>
      </section>
    </div>
  );
}
