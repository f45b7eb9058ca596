import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { describeCertificate } from "#app/features/certification/describe-certificate.ts";
import { getCertificate } from "#app/features/certification/get-certificate.server.ts";
import { paths } from "#app/platform/paths.ts";
import { sendCertificate } from "#app/routes/certificate-file.server.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";

const load = pageLoader("learning:own", async ({ app, viewer, params, request }) => {
  const certificate = await getCertificate({ db: app.db, personId: viewer.person.id, number: params.number ?? "" });
  const { number } = certificate.certification;
  const verifyUrl = `${app.env.origin}${paths.verify(number)}`;
  return sendCertificate({
    ...{ number, person: viewer.person, request },
    describe: (reader) => describeCertificate(certificate, { reader, verifyUrl }),
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
