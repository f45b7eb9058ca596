import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { normaliseCertificateNumber } from "#app/features/certification/certificate-number.ts";
import { confirmCertificate } from "#app/features/trust/confirm-certificate.server.ts";
import { getTrust } from "#app/features/trust/get-trust.server.ts";
import { spendLookUp } from "#app/features/trust/spend-look-up.server.ts";
import { roundedShare } from "#app/features/trust/withhold-small-groups.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { LookUp, longestName, longestNumber } from "./look-up.tsx";
import { TrustRegion } from "./trust-region.tsx";

export const meta: MetaFunction = pageTitle("trust:title");

export const loader = pageLoader("trust:read", ({ app }) => getTrust(app));

/** Posted, so that neither a number nor a name stays in an address or a log. */
export const action = pageAction("trust:read", async ({ app, viewer, address, form }) => {
  const typed = String(form.get("number") ?? "")
    .trim()
    .slice(0, longestNumber);
  const name = String(form.get("name") ?? "")
    .trim()
    .slice(0, longestName);
  if (!typed) return { number: "", name, state: null };
  spendLookUp({ ...app, personId: viewer.person.id, address });
  const number = normaliseCertificateNumber(typed) ?? typed;
  return { number, name, ...(await confirmCertificate({ ...app, number, name })) };
});

const reasons = ["now", "who", "gate", "rounded", "withheld", "check"] as const;

export default function TrustPage() {
  const { t } = useTranslation("trust");
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="flex flex-col gap-10">
      {answer?.state ? null : <Heading {...data} />}
      <LookUp answer={answer ?? null} asOf={data.asOf} />
      {answer?.state ? <Heading {...data} below /> : null}
      {data.regions.map((region) => (
        <TrustRegion key={region.region} {...region} />
      ))}
      <section className="flex max-w-[66ch] flex-col gap-3">
        <h2>{t("why.title")}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {reasons.map((reason) => (
            <li key={reason}>{t(`why.${reason}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

type HeadingProps = ReturnType<typeof useLoaderData<typeof loader>> & { below?: boolean };

/** Under the answer to a look-up, which is what the page is about then. */
function Heading({ tally, regions, asOf, below = false }: HeadingProps) {
  const { t } = useTranslation("trust");
  const { count, percent } = useFigures();
  const { moment } = useFormats();
  const Title = below ? "h2" : "h1";
  const title = tally
    ? t("heading", { share: percent(roundedShare(tally)) })
    : t(regions.length === 0 ? "headingNone" : "headingWithheld");
  return (
    <section className="flex max-w-[66ch] flex-col gap-3">
      <Title>{title}</Title>
      {tally ? (
        <p className="tabular-nums">
          {t("counted", { certified: count(tally.certified), people: count(tally.people), at: moment(asOf) })}
        </p>
      ) : null}
      {!tally && regions.length > 0 ? <p>{t("withheldTotal")}</p> : null}
      <p className="text-ink-2">{t("lead")}</p>
    </section>
  );
}
