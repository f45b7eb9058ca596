import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { qrCode } from "#app/features/certificates/qr-code.ts";
import { certificateName, shownReleaseDigits } from "#app/features/certification/describe-certificate.ts";
import { getCertificate } from "#app/features/certification/get-certificate.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { QrPicture } from "#app/ui/qr-picture.tsx";
import { Seal } from "#app/ui/seal.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("learning:certificate.title");

export const loader = pageLoader("learning:own", async ({ app, viewer, params, request }) => {
  const { certification, person, release } = await getCertificate({
    db: app.db,
    personId: viewer.person.id,
    number: params.number ?? "",
  });
  const { title, edition, organisation, modules } = release.summary;
  const verifyUrl = `${app.env.origin}${paths.verify(certification.number)}`;
  return {
    name: certificateName(person),
    title,
    organisation,
    edition: edition.title,
    steps: modules.length + 2,
    number: certification.number,
    validFrom: certification.validFrom,
    validUntil: certification.validUntil,
    release: release.id.slice(0, shownReleaseDigits),
    verifyUrl,
    qr: qrCode(verifyUrl),
    isNew: new URL(request.url).searchParams.has("new"),
  };
});

export default function CertificatePage() {
  const { t } = useTranslation("learning");
  const { moment } = useFormats();
  const data = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-[760px] flex-col gap-8">
      {data.isNew ? (
        <div className="no-print flex flex-col items-start gap-4">
          <Notice tone="ok" alert>
            {t("certificate.new")}
          </Notice>
          <Link to={paths.newDeal()} className="button">
            {t("certificate.claim")}
          </Link>
        </div>
      ) : null}
      <article className="panel certificate flex flex-col items-center gap-6 px-5! py-10! text-center sm:px-12!">
        <Seal done={data.steps} total={data.steps} size={96} closed />
        <p className="eyebrow">{data.organisation}</p>
        <h1>{t("certificate.heading")}</h1>
        <p className="text-ink-2">{t("certificate.certifies")}</p>
        <p className="font-book max-w-full text-[1.7rem] leading-snug" dir="auto">
          {data.name}
        </p>
        <p className="max-w-[52ch]">{t("certificate.has", data)}</p>
        <dl className="facts text-left">
          <dt>{t("certificate.number")}</dt>
          <dd className="font-mono">{data.number}</dd>
          <dt>{t("certificate.from")}</dt>
          <dd>{moment(data.validFrom)}</dd>
          <dt>{t("certificate.until")}</dt>
          <dd>{moment(data.validUntil)}</dd>
          <dt>{t("certificate.release")}</dt>
          <dd className="font-mono text-sm break-all">{data.release}</dd>
        </dl>
        <div className="flex flex-col items-center gap-4 sm:flex-row sm:text-left">
          <QrPicture code={data.qr} label={t("certificate.qr")} />
          <p className="flex min-w-0 flex-col gap-1">
            {t("certificate.verify")} <a href={data.verifyUrl}>{data.verifyUrl}</a>
          </p>
        </div>
      </article>
      <div className="no-print flex flex-col items-start gap-4">
        <a href={paths.certificatePdf(data.number)} download className={data.isNew ? "button button-quiet" : "button"}>
          {t("certificate.download")}
        </a>
        <p className="text-ink-2 max-w-[66ch]">{t("certificate.share")}</p>
        <p className="text-ink-3 text-[0.95rem]">{t("certificate.print")}</p>
      </div>
    </div>
  );
}
