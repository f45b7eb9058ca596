import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { loadAssessment } from "./assessment.server.ts";
import { NextAttemptRule } from "./assessment-next.tsx";

export const meta: MetaFunction = pageTitle("assessment:title");

export const loader = pageLoader("learning:own", ({ app, viewer }) => loadAssessment(app, viewer.person));

export const action = pageAction("learning:own", async ({ app, viewer }) => {
  const result = await startAttempt({ ...app, personId: viewer.person.id });
  const going = result.state === "started" || result.state === "resumed";
  // Refused: the page itself says which rule applies and when that changes.
  return redirect(going ? paths.question(1) : paths.assessment());
});

export default function Assessment() {
  const { t } = useTranslation("assessment");
  const data = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-6">
      <h1>{t("title")}</h1>
      <NextStep {...data} />
      <Voided voided={data.voided} />
      {data.state.kind === "passed" ? null : <Rules {...data} />}
      {data.lastAttemptId ? (
        <p>
          <Link to={paths.result(data.lastAttemptId)}>{t("lastResult")}</Link>
        </p>
      ) : null}
    </div>
  );
}

type AssessmentData = ReturnType<typeof useLoaderData<typeof loader>>;

function NextStep({ state, toSign }: AssessmentData) {
  const { t } = useTranslation("assessment");
  const { moment } = useFormats();
  switch (state.kind) {
    case "passed":
      return (
        <>
          <Notice tone="ok">{t("passed")}</Notice>
          <Link to={toSign ? paths.attestation() : paths.home()} className="button self-start">
            {t(toSign ? "toSign" : "toCertificate")}
          </Link>
        </>
      );
    case "running":
      return (
        <>
          <Notice tone="info">
            <p>{t("running", state)}</p>
            {state.closesAt === null ? null : <p>{t("closes", { when: moment(state.closesAt) })}</p>}
          </Notice>
          <Link to={paths.question(state.position)} className="button self-start">
            {t("resume")}
          </Link>
        </>
      );
    case "lessons-left":
      return (
        <>
          <Notice tone="info">{t("lessonsLeft", { count: state.steps.length })}</Notice>
          <StepLinks steps={state.steps} />
        </>
      );
    case "next":
      return state.next.reason === null ? (
        <Form method="post" reloadDocument className="flex flex-col items-start gap-3">
          <p>{t("attempt", { number: state.next.number })}</p>
          <NextAttemptRule next={{ ...state.next, lessons: [] }} />
          <button type="submit" className="button">
            {t("start")}
          </button>
        </Form>
      ) : (
        <NextAttemptRule next={state.next} />
      );
  }
}

function StepLinks({ steps }: { steps: { id: string; title: string; minutes: number; href: string }[] }) {
  const { t } = useTranslation();
  if (steps.length === 0) return null;
  return (
    <ul className="border-line border-t">
      {steps.map((step) => (
        <li key={step.id} className="border-line flex justify-between gap-4 border-b py-3">
          <Link to={step.href}>{step.title}</Link>
          <span className="text-ink-3 whitespace-nowrap">{t("minutes", { count: step.minutes })}</span>
        </li>
      ))}
    </ul>
  );
}

function Rules({ items, needed, minutes, limit }: AssessmentData) {
  const { t } = useTranslation("assessment");
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("intro")}</h2>
      <ul className="text-ink-2 flex list-disc flex-col gap-1.5 pl-6">
        <li>{t("rules.items", { count: items })}</li>
        <li>{t("rules.pass", { needed, total: items })}</li>
        <li>{t(limitRule(limit), { ...limit, count: limit.minutes ?? 0, usual: minutes })}</li>
        {limit.minutes === null ? null : <li>{t("rules.limitEnd")}</li>}
        <li>{t("rules.saved")}</li>
        <li>{t("rules.change")}</li>
        <li>{t("rules.fail")}</li>
      </ul>
    </section>
  );
}

function limitRule({ minutes, usualMinutes, extraTimePercent }: AssessmentData["limit"]) {
  if (usualMinutes === null) return "rules.time";
  if (minutes === null) return "rules.limitLifted";
  return extraTimePercent === null ? "rules.limit" : "rules.limitExtra";
}

/** Attempts that count for nothing, and why. */
function Voided({ voided }: Pick<AssessmentData, "voided">) {
  const { t } = useTranslation("assessment");
  const { day } = useFormats();
  return voided.map(({ id, number, at, reason }) => (
    <Notice key={id} tone="info">
      <p>{t("voided", { number, date: day(at), reason })}</p>
      <p>
        {t("voidedMeaning")} <Link to={paths.result(id)}>{t("result.title", { number })}</Link>
      </p>
    </Notice>
  ));
}
