import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { describeAttendance } from "#app/features/attendance/describe-attendance.ts";
import { getAttendance } from "#app/features/attendance/get-attendance.server.ts";
import { paths } from "#app/platform/paths.ts";
import { sendCertificate } from "#app/routes/certificate-file.server.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";

const load = pageLoader("attendance:own", async ({ app, viewer, params, request }) => {
  const certificate = await getAttendance({ db: app.db, personId: viewer.person.id, number: params.number ?? "" });
  const { number } = certificate.attendance;
  const verifyUrl = `${app.env.origin}${paths.verify(number)}`;
  return sendCertificate({
    ...{ number, person: viewer.person, request },
    describe: (reader) => describeAttendance(certificate, { reader, verifyUrl }),
  });
});

/** As the certificate of a rep: what is refused is said by the page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  try {
    return await load(args);
  } catch (thrown) {
    if (!(thrown instanceof Response) || thrown.status < 400) throw thrown;
    return redirect(paths.attendance(args.params.number ?? ""));
  }
}
