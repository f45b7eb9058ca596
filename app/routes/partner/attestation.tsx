import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { attestPartner, requirePartnerAttestation } from "#app/features/attendance/attest-partner.server.ts";
import { getPartnerPath } from "#app/features/attendance/get-partner-path.server.ts";
import { stepsLeftBefore } from "#app/features/attendance/partner-path.ts";
import { type ClauseLookup, clauseLookup } from "#app/features/lessons/clause-lookup.ts";
import { TextWithClauses } from "#app/features/lessons/clause-mention.tsx";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { nameRefused, readSignature } from "#app/routes/signature.server.ts";
import { SignatureForm } from "#app/routes/signature-form.tsx";
import { PartnerPathList } from "./partner-path-list.tsx";

export const meta: MetaFunction = pageTitle("partner:attestation.title");

export const loader = pageLoader("attendance:own", async ({ app, viewer }) => {
  const { steps, attendance, release } = await getPartnerPath({ ...app, personId: viewer.person.id });
  if (attendance) return redirect(paths.attendance(attendance.number));
  const { meaning, statements, promises, title } = requirePartnerAttestation(release);
  const { givenName, familyName } = viewer.person;
  return {
    left: stepsLeftBefore("attestation", steps).length,
    ...{ steps, title, meaning, statements, promises },
    rules: clauseLookup(release.summary),
    name: `${givenName} ${familyName}`,
    release: release.id.slice(0, 12),
  };
});

export const action = pageAction("attendance:own", async ({ app, viewer, form, address }) => {
  const personId = viewer.person.id;
  const signature = await readSignature(app, { form, personId, address });
  if ("refusal" in signature) return json(signature.refusal, { status: 422 });
  const result = await attestPartner({ ...app, personId, typedName: signature.typedName });
  if (result.state === "name-differs") return json(nameRefused(signature), { status: 422 });
  if (result.state === "steps-left") return redirect(paths.partnerAttestation());
  return redirect(`${paths.attendance(result.attendance.number)}${result.already ? "" : "?new"}`);
});

export default function PartnerAttestation() {
  const { t } = useTranslation("partner");
  const data = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  if (data.left > 0)
    return (
      <div className="mx-auto flex max-w-[820px] flex-col gap-6">
        <h1>{data.title}</h1>
        <p>{t("attestation.locked", { count: data.left })}</p>
        <PartnerPathList steps={data.steps} />
      </div>
    );
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1>{data.title}</h1>
        <p>{t("attestation.intro")}</p>
      </div>
      <Promises title={t("attestation.yours")} promises={data.statements} rules={data.rules} />
      <section className="panel flex flex-col gap-3">
        <Promises title={t("attestation.theirs")} promises={data.promises} rules={data.rules} />
        <p className="text-ink-2 text-[0.95rem]">
          {t("attestation.theirsText")} <Link to={paths.trust()}>{t("attestation.trust")}</Link>
        </p>
      </section>
      <p className="border-accent bg-accent-soft rounded-r-lg border-l-4 px-5 py-4">{data.meaning}</p>
      <SignatureForm name={data.name} hint="partner:attestation.nameHint" refusal={refusal} />
      <p className="text-ink-3 text-[0.95rem]">{t("attestation.seal", { release: data.release })}</p>
      <p>
        <Link to={paths.home()}>{t("attestation.toHome")}</Link>
      </p>
    </div>
  );
}

function Promises({ title, promises, rules }: { title: string; promises: string[]; rules: ClauseLookup }) {
  return (
    <section className="flex flex-col gap-3">
      <h2>{title}</h2>
      <ol className="font-book flex list-decimal flex-col gap-3 pl-6 text-[1.08rem]">
        {promises.map((promise) => (
          <li key={promise}>
            <TextWithClauses text={promise} rules={rules} />
          </li>
        ))}
      </ol>
    </section>
  );
}
