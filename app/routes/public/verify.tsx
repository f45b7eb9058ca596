import { type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { verifyAttendance } from "#app/features/attendance/verify-attendance.server.ts";
import { normaliseCertificateNumber } from "#app/features/certification/certificate-number.ts";
import { spendVerification } from "#app/features/certification/spend-verification.server.ts";
import { verifyCertificate } from "#app/features/certification/verify-certificate.server.ts";
import { paths } from "#app/platform/paths.ts";
import { publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { FormField } from "#app/ui/form-field.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { VerifiedAttendanceCard } from "./verified-attendance.tsx";

const longestNumber = 40;
const title = pageTitle("open:verify.title");
/** Numbers that somebody has linked to are nothing to be found by. */
export const meta: MetaFunction = (args) => [...(title(args) ?? []), { name: "robots", content: "noindex" }];
export const headers: HeadersFunction = () => ({ "x-robots-tag": "noindex" });

export const loader = publicLoader(async ({ app, params, request, address }) => {
  const asked = new URL(request.url).searchParams.get("number")?.trim().slice(0, longestNumber);
  if (asked) return redirect(paths.verify(normaliseCertificateNumber(asked) ?? asked));
  const typed = params.number?.slice(0, longestNumber);
  const asOf = app.clock.now();
  if (!typed) return { number: "", certificate: null, attendance: null, asOf };
  spendVerification({ ...app, address });
  const number = normaliseCertificateNumber(typed) ?? typed;
  const certificate = await verifyCertificate({ ...app, clock: { now: () => asOf }, number });
  const attendance = await verifyAttendance({ db: app.db, number });
  return { number, certificate: attendance ? null : certificate, attendance, asOf };
});

const tones = { valid: "ok", expired: "warn", on_hold: "stop", unknown: "info" } as const;

export default function Verify() {
  const { t } = useTranslation("open");
  const { moment } = useFormats();
  const { number, certificate, attendance, asOf } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-[720px] flex-col gap-8">
      {attendance ? <VerifiedAttendanceCard attendance={attendance} number={number} asOf={asOf} /> : null}
      {certificate ? (
        <StandingCard
          tone={tones[certificate.state]}
          state={t(`verify.${certificate.state}`)}
          title={t(`verify.${certificate.state}Title`)}
        >
          <p>{t(`verify.${certificate.state}Text`)}</p>
          <p className="text-ink-3 text-sm">
            <bdi className="font-mono">{number}</bdi>
            {" · "}
            {t("verify.asOf", { when: moment(asOf) })}
          </p>
        </StandingCard>
      ) : null}
      <section className="flex flex-col gap-4">
        {certificate || attendance ? <h2>{t("verify.title")}</h2> : <h1>{t("verify.title")}</h1>}
        <p className="text-ink-2">{t("verify.intro")}</p>
        <Form method="get" action={paths.verifyAny()} className="flex flex-col gap-4 sm:max-w-md" reloadDocument>
          <FormField id="number" label={t("verify.number")} hint={t("verify.numberHint")}>
            <input
              id="number"
              name="number"
              className="field font-mono"
              required
              maxLength={longestNumber}
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
