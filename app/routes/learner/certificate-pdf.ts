import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { drawCertificate } from "#app/features/certificates/draw-certificate.server.ts";
import { describeCertificate } from "#app/features/certification/describe-certificate.ts";
import { getCertificate } from "#app/features/certification/get-certificate.server.ts";
import { formatLocale, interfaceIn, localeFor } from "#app/platform/i18n.ts";
import { paths } from "#app/platform/paths.ts";
import { preferredLanguages } from "#app/platform/preferred-languages.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";

const load = pageLoader("learning:own", async ({ app, viewer, params, request }) => {
  const { person } = viewer;
  const certificate = await getCertificate({ db: app.db, personId: person.id, number: params.number ?? "" });
  const locale = localeFor([person.language, ...preferredLanguages(request.headers.get("accept-language"))]);
  const { number } = certificate.certification;
  const file = await drawCertificate(
    describeCertificate(certificate, {
      reader: {
        interface: interfaceIn(locale),
        formats: { locale: formatLocale(locale, person.country), timeZone: person.timeZone },
      },
      verifyUrl: `${app.env.origin}${paths.verify(number)}`,
    }),
  );
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(file.byteLength),
      "content-disposition": `attachment; filename="${number}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
});

/**
 * The certificate as a file, for its owner alone. A file cannot say why it is refused, so the certificate's page does:
 * it refuses for the same reason.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    return await load(args);
  } catch (thrown) {
    if (!(thrown instanceof Response) || thrown.status < 400) throw thrown;
    return redirect(paths.certificate(args.params.number ?? ""));
  }
}
