import type { i18n } from "i18next";
import { formatDay } from "#app/ui/format-instant.ts";
import type { CertificateDocument } from "../certificates/certificate-document.ts";
import { certificateName, shownReleaseDigits } from "../certification/describe-certificate.ts";
import type { AttendanceCertificate } from "./get-attendance.server.ts";

type Reader = { interface: i18n; formats: { locale: string; timeZone: string } };

/** The words of a certificate of attendance in the language, and with the dates and time zone, of the one who opens it. */
export function describeAttendance(
  { attendance, person, release }: AttendanceCertificate,
  { reader, verifyUrl }: { reader: Reader; verifyUrl: string },
): CertificateDocument {
  const { t, language } = reader.interface;
  const { title, edition, organisation } = release.summary;
  const text = (key: string, values?: Record<string, unknown>) => t(`partner:certificate.${key}`, values ?? {});
  const name = certificateName(person);
  const { number, firmName, issuedAt } = attendance;
  const heading = text("heading");
  return {
    language,
    title: text("file", { heading, number, name }),
    issuedAt,
    organisation,
    heading,
    before: text("certifies"),
    name,
    nameStandIn: text("nameless", { number }),
    nameLanguage: `${person.language.split("-")[0]}-${person.country}`,
    statement: text(firmName === null ? "hasAlone" : "has", { title, edition: edition.title, firm: firmName }),
    facts: [
      { label: text("number"), value: number },
      { label: text("release"), value: release.id.slice(0, shownReleaseDigits) },
      { label: text("issued"), value: formatDay(issuedAt, reader.formats) },
      ...(firmName === null ? [] : [{ label: text("firm"), value: firmName }]),
    ],
    verification: { text: text("verifyLong"), url: verifyUrl, qrLabel: text("qr") },
  };
}
