import type { i18n } from "i18next";
import { formatMoment } from "#app/ui/format-instant.ts";
import type { CertificateDocument } from "../certificates/certificate-document.ts";
import type { Certificate } from "./get-certificate.server.ts";

/** How much of a release's id is shown: enough to tell two releases apart. */
export const shownReleaseDigits = 16;

/** The name in the HR file, which others know the person by; not the one they like to be called. */
export function certificateName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`.trim();
}

type Reader = { interface: i18n; formats: { locale: string; timeZone: string } };

/** The words of a certificate in the language, and with the dates and time zone, of the one who opens it. */
export function describeCertificate(
  { certification, person, release }: Certificate,
  { reader, verifyUrl }: { reader: Reader; verifyUrl: string },
): CertificateDocument {
  const { t, language } = reader.interface;
  const { title, edition, organisation } = release.summary;
  const text = (key: string, values?: Record<string, unknown>) => t(`learning:certificate.${key}`, values ?? {});
  const name = certificateName(person);
  const { number } = certification;
  const heading = text("heading");
  return {
    language,
    title: text("file", { heading, number, name }),
    issuedAt: certification.validFrom,
    organisation,
    heading,
    before: text("certifies"),
    name,
    nameStandIn: text("nameless", { number }),
    nameLanguage: `${person.language.split("-")[0]}-${person.country}`,
    statement: text("has", { title, edition: edition.title }),
    facts: [
      { label: text("number"), value: number },
      { label: text("release"), value: release.id.slice(0, shownReleaseDigits) },
      { label: text("from"), value: formatMoment(certification.validFrom, reader.formats) },
      { label: text("until"), value: formatMoment(certification.validUntil, reader.formats) },
    ],
    verification: { text: text("verifyLong"), url: verifyUrl, qrLabel: text("qr") },
  };
}
