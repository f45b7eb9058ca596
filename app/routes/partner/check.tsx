import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { startPartnerCheck } from "#app/features/attendance/start-partner-check.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { loadCheck } from "./check.server.ts";
import { NextCheckRule } from "./next-check.tsx";

export const meta: MetaFunction = pageTitle("partner:check.title");

export const loader = pageLoader("attendance:own", ({ app, viewer }) => loadCheck(app, viewer.person));

export const action = pageAction("attendance:own", async ({ app, viewer }) => {
  const { state } = await startPartnerCheck({ ...app, personId: viewer.person.id });
  const going = state === "started" || state === "resumed";
  // Refused: the page itself says what stands in the way and until when.
  return redirect(going ? paths.partnerQuestion(1) : paths.partnerCheck());
});

export default function Check() {
  const { t } = useTranslation("partner");
  const data = useLoaderData<typeof loader>();
  const { kind } = data.state;
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-6">
      <h1>{t("check.title")}</h1>
      <State state={data.state} />
      {kind === "passed" ? null : <Rules {...data} />}
      {data.lastCheckId ? (
        <p>
          <Link to={paths.partnerResult(data.lastCheckId)}>{t("check.lastResult")}</Link>
        </p>
      ) : null}
    </div>
  );
}

type CheckData = ReturnType<typeof useLoaderData<typeof loader>>;

function State({ state }: Pick<CheckData, "state">) {
  const { t } = useTranslation("partner");
  switch (state.kind) {
    case "passed":
      return (
        <>
          <Notice tone="ok">{t("check.passed")}</Notice>
          <Link
            to={state.certificate ? paths.attendance(state.certificate) : paths.partnerAttestation()}
            className="button self-start"
          >
            {t(state.certificate ? "check.toCertificate" : "check.toSign")}
          </Link>
        </>
      );
    case "running":
      return (
        <>
          <Notice tone="info">{t("check.running", state)}</Notice>
          <Link to={paths.partnerQuestion(state.position)} className="button self-start">
            {t("check.resume")}
          </Link>
        </>
      );
    case "steps-left":
      return (
        <>
          <Notice tone="info">{t("check.stepsLeft", { count: state.steps.length })}</Notice>
          <ul className="border-line border-t">
            {state.steps.map((step) => (
              <li key={step.id} className="border-line flex justify-between gap-4 border-b py-3">
                <Link to={step.href}>{step.title}</Link>
                <span className="text-ink-3 whitespace-nowrap">{t("common:minutes", { count: step.minutes })}</span>
              </li>
            ))}
          </ul>
        </>
      );
    case "next":
      return state.next.reason === null ? (
        <Form method="post" reloadDocument className="flex flex-col items-start gap-3">
          <p>{t("check.number", { number: state.next.number })}</p>
          <NextCheckRule next={state.next} />
          <button type="submit" className="button">
            {t("check.start")}
          </button>
        </Form>
      ) : (
        <NextCheckRule next={state.next} />
      );
  }
}

function Rules({ items, needed, minutes }: CheckData) {
  const { t } = useTranslation("partner");
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("check.intro")}</h2>
      <ul className="text-ink-2 flex list-disc flex-col gap-1.5 pl-6">
        <li>{t("check.rules.items", { count: items })}</li>
        <li>{t("check.rules.pass", { needed, total: items })}</li>
        <li>{t("check.rules.time", { minutes })}</li>
        <li>{t("check.rules.saved")}</li>
        <li>{t("check.rules.change")}</li>
        <li>{t("check.rules.fail")}</li>
      </ul>
    </section>
  );
}
