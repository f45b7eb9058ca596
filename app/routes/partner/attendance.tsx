import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getAttendance } from "#app/features/attendance/get-attendance.server.ts";
import { qrCode } from "#app/features/certificates/qr-code.ts";
import { certificateName, shownReleaseDigits } from "#app/features/certification/describe-certificate.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { QrPicture } from "#app/ui/qr-picture.tsx";
import { Seal } from "#app/ui/seal.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("partner:certificate.title");

export const loader = pageLoader("attendance:own", async ({ app, viewer, params, request }) => {
  const personId = viewer.person.id;
  const { attendance, person, release } = await getAttendance({ db: app.db, personId, number: params.number ?? "" });
  const { title, edition, organisation, replays } = release.summary;
  const verifyUrl = `${app.env.origin}${paths.verify(attendance.number)}`;
  return {
    name: certificateName(person),
    ...{ title, organisation, edition: edition.title, steps: replays.length + 2 },
    number: attendance.number,
    firm: attendance.firmName,
    issuedAt: attendance.issuedAt,
    release: release.id.slice(0, shownReleaseDigits),
    verifyUrl,
    qr: qrCode(verifyUrl),
    isNew: new URL(request.url).searchParams.has("new"),
  };
});

export default function AttendancePage() {
  const { t } = useTranslation("partner");
  const { day } = useFormats();
  const data = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-[760px] flex-col gap-8">
      {data.isNew ? (
        <div className="no-print flex flex-col items-start gap-4">
          <Notice tone="ok" alert>
            {t("certificate.new")}
          </Notice>
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
        <p className="max-w-[52ch]">{t(data.firm === null ? "certificate.hasAlone" : "certificate.has", data)}</p>
        <dl className="facts text-left">
          <dt>{t("certificate.number")}</dt>
          <dd className="font-mono">{data.number}</dd>
          {data.firm === null ? null : (
            <>
              <dt>{t("certificate.firm")}</dt>
              <dd>
                <bdi>{data.firm}</bdi>
              </dd>
            </>
          )}
          <dt>{t("certificate.issued")}</dt>
          <dd>{day(data.issuedAt)}</dd>
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
        <a href={paths.attendancePdf(data.number)} download className="button">
          {t("certificate.download")}
        </a>
        <p className="text-ink-2 max-w-[66ch]">{t("certificate.meaning")}</p>
        <p className="text-ink-2 max-w-[66ch]">{t("certificate.share")}</p>
        <p className="text-ink-3 text-[0.95rem]">{t("certificate.print")}</p>
        <p>
          <Link to={paths.home()}>{t("certificate.home")}</Link>
        </p>
      </div>
    </div>
  );
}
