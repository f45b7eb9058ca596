import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { confirmPassword } from "#app/features/accounts/confirm-password.server.ts";
import { attest } from "#app/features/certification/attest.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { PathList } from "#app/features/certification/path-list.tsx";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";

const attestationInput = z.object({
  typedName: z.string().trim().min(1, "missing").max(200, "nameDiffers"),
  password: z.string().min(1, "missing").max(200, "passwordWrong"),
});

type Problems = { typedName?: string[]; password?: string[] };

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
  const refuse = (problems: Problems, minutes = 0) =>
    json({ problems, minutes, typedName: String(form.get("typedName") ?? "").slice(0, 200) }, { status: 422 });
  const parsed = attestationInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(z.flattenError(parsed.error).fieldErrors);
  const personId = viewer.person.id;
  try {
    const confirmed = await confirmPassword(app, { personId, password: parsed.data.password, address });
    if (!confirmed) return refuse({ password: ["passwordWrong"] });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "too-many-requests")) throw error;
    return refuse({ password: ["throttled"] }, Number(error.extra.minutes));
  }
  const result = await attest({ ...app, personId, typedName: parsed.data.typedName });
  if (result.state === "name-differs") return refuse({ typedName: ["nameDiffers"] });
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
  const problemsOf = (field: keyof Problems) =>
    answer?.problems[field]?.map((key) => t(`attestation.${key}`, { name: data.name, count: answer.minutes }));
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
      <Form method="post" reloadDocument className="flex max-w-md flex-col gap-5">
        <FormField
          id="typedName"
          label={t("attestation.name")}
          hint={t("attestation.nameHint", { name: data.name })}
          errors={problemsOf("typedName")}
        >
          <input
            id="typedName"
            name="typedName"
            className="field font-book text-[1.2rem]!"
            autoComplete="off"
            required
            maxLength={200}
            defaultValue={answer?.typedName}
            {...describedBy("typedName", { hint: true, errors: problemsOf("typedName") })}
          />
        </FormField>
        <FormField
          id="password"
          label={t("attestation.password")}
          hint={t("attestation.passwordHint")}
          errors={problemsOf("password")}
        >
          <input
            id="password"
            name="password"
            type="password"
            className="field"
            autoComplete="current-password"
            required
            maxLength={200}
            {...describedBy("password", { hint: true, errors: problemsOf("password") })}
          />
        </FormField>
        <button type="submit" className="button">
          {t("attestation.submit")}
        </button>
      </Form>
      <p className="text-ink-3 text-[0.95rem]">{t("attestation.seal", { release: data.release })}</p>
      <p>
        <Link to={paths.home()}>{t("lesson.toPath")}</Link>
      </p>
    </div>
  );
}
