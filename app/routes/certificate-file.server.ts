import type { i18n } from "i18next";
import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import type { CertificateDocument } from "#app/features/certificates/certificate-document.ts";
import { drawCertificate } from "#app/features/certificates/draw-certificate.server.ts";
import { formatLocale, interfaceIn, localeFor } from "#app/platform/i18n.ts";
import { preferredLanguages } from "#app/platform/preferred-languages.ts";

type Reader = { interface: i18n; formats: { locale: string; timeZone: string } };

/** A certificate as a PDF to keep, in the words of the one who opens it. */
export async function sendCertificate(given: {
  number: string;
  person: Person;
  request: Request;
  describe: (reader: Reader) => CertificateDocument;
}): Promise<Response> {
  const { number, person, request, describe } = given;
  const locale = localeFor([person.language, ...preferredLanguages(request.headers.get("accept-language"))]);
  const formats = { locale: formatLocale(locale, person.country), timeZone: person.timeZone };
  const file = await drawCertificate(describe({ interface: interfaceIn(locale), formats }));
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(file.byteLength),
      "content-disposition": `attachment; filename="${number}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
