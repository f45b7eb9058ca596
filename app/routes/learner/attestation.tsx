import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { attest } from "#app/features/certification/attest.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { PathList } from "#app/features/certification/path-list.tsx";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { nameRefused, readSignature } from "#app/routes/signature.server.ts";
import { SignatureForm } from "#app/routes/signature-form.tsx";

export const meta: MetaFunction = pageTitle("learning:attestation.title");

export const loader = pageLoader("learning:own", async ({ app, viewer }) => {
  const { steps, progress, registration, release } = await getStanding({ ...app, personId: viewer.person.id });
  if (registration?.certification) return redirect(paths.certificate(registration.certification.number));
  const { meaning, statements } = release.summary.attestation;
  const { givenName, familyName } = viewer.person;
  return {
    ready: steps.every((step) => step.kind === "attestation" || step.state === "done"),
    passed: progress.passed,
    steps,
    meaning,
    statements,
    name: `${givenName} ${familyName}`,
    release: release.id.slice(0, 12),
  };
});

export const action = pageAction("learning:own", async ({ app, viewer, form, address }) => {
  const signature = await readSignature(app, { form, personId: viewer.person.id, address });
  if ("refusal" in signature) return json(signature.refusal, { status: 422 });
  const result = await attest({ ...app, personId: viewer.person.id, typedName: signature.typedName });
  if (result.state === "name-differs") return json(nameRefused(signature), { status: 422 });
  if (result.state === "steps-left") return redirect(paths.attestation());
  return redirect(`${paths.certificate(result.certification.number)}${result.already ? "" : "?new"}`);
});

export default function Attestation() {
  const { t } = useTranslation("learning");
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!data.ready) {
    const story = data.steps.some((step) => step.kind === "story");
    return (
      <div className="mx-auto flex max-w-[820px] flex-col gap-6">
        <h1>{t("attestation.title")}</h1>
        <p>{t(story ? "attestation.lockedStory" : "attestation.locked")}</p>
        <PathList steps={data.steps} />
      </div>
    );
  }
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-6">
      <h1>{t("attestation.title")}</h1>
      <p>{t("attestation.intro")}</p>
      <ol className="font-book flex list-decimal flex-col gap-3 pl-6 text-[1.08rem]">
        {data.statements.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ol>
      <p className="border-accent bg-accent-soft rounded-r-lg border-l-4 px-5 py-4">{data.meaning}</p>
      <SignatureForm name={data.name} hint="attestation.nameHint" refusal={answer} />
      <p className="text-ink-3 text-[0.95rem]">{t("attestation.seal", { release: data.release })}</p>
      <p>
        <Link to={paths.home()}>{t("lesson.toPath")}</Link>
      </p>
    </div>
  );
}
