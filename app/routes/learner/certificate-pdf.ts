import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawCertificate } from "#app/features/certificates/draw-certificate.server.ts";
import { describeCertificate } from "#app/features/certification/describe-certificate.ts";
import { getCertificate } from "#app/features/certification/get-certificate.server.ts";
import { AppError, type ErrorCode } from "#app/platform/errors.ts";
import { failurePage } from "#app/platform/http/failure-page.ts";
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

/** The certificate as a file, for its owner alone. A refusal is a page, as somebody may have opened a link they were sent. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    return await load(args);
  } catch (thrown) {
    if (!(thrown instanceof Response) || !thrown.headers.get("content-type")?.includes("json")) throw thrown;
    const { code } = (await thrown.json()) as { code: ErrorCode };
    const text = interfaceIn("en").t(`common:problem.${code}.text`, { reference: args.context.requestId });
    return new Response(failurePage(new AppError(code, text), args.context.requestId), {
      status: thrown.status,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  }
}
