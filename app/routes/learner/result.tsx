import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { NextAttemptRule } from "./assessment-next.tsx";
import { Explanations } from "./explanations.tsx";
import { loadResult } from "./result.server.ts";
import { ClausesHeld, ClausesMissed } from "./result-clauses.tsx";

export const meta: MetaFunction = pageTitle("assessment:result.title", (data) => data as Record<string, unknown>);

export const loader = pageLoader("learning:own", async ({ app, viewer, params, request }) => ({
  ...(await loadResult(app, { person: viewer.person, attemptId: params.attemptId ?? "" })),
  late: new URL(request.url).searchParams.has("late"),
}));

type ResultData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Result() {
  const { t } = useTranslation("assessment");
  const data = useLoaderData<typeof loader>();
  const { result, explanations, editionId, missed, voided, next } = data;
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-8">
      <Outcome {...data} />
      <HowItEnded {...data} />
      {next ? (
        <section className="flex flex-col gap-4">
          <h2>{t("result.nextTitle")}</h2>
          <NextAttemptRule next={next} />
        </section>
      ) : null}
      {voided ? null : (
        <>
          <ClausesMissed missed={missed} passed={result.passed} editionId={editionId} />
          <ClausesHeld held={data.held} editionId={editionId} />
        </>
      )}
      {explanations ? <Explanations explanations={explanations} editionId={editionId} /> : null}
    </div>
  );
}

function Outcome({ result, number, passingScore, signed, voided, next }: ResultData) {
  const { t } = useTranslation("assessment");
  const { day } = useFormats();
  const { correct, total, passed } = result;
  if (voided) {
    return (
      <StandingCard tone="info" state={t("result.voided")} title={t("result.voidedTitle", { number })}>
        <p>{t("result.voidedText", { date: day(voided.at), reason: voided.reason })}</p>
        <p>{t("voidedMeaning")}</p>
        <Link to={paths.assessment()} className="button">
          {t("result.toAssessment")}
        </Link>
      </StandingCard>
    );
  }
  if (passed) {
    return (
      <StandingCard tone="ok" state={t("result.passed")} title={t("result.passedTitle", { correct, total })}>
        <Link to={signed ? paths.home() : paths.attestation()} className="button">
          {t(signed ? "result.home" : "result.sign")}
        </Link>
      </StandingCard>
    );
  }
  const toRead = next?.lessons.find((lesson) => !lesson.done);
  return (
    <StandingCard tone="stop" state={t("result.failed")} title={t("result.failedTitle", { correct, total })}>
      <p>{correct >= passingScore ? t("result.failedStar") : t("result.failedScore", { needed: passingScore })}</p>
      <Link to={toRead?.href ?? paths.assessment()} className="button">
        {toRead ? t("result.readFirst", toRead) : t("result.nextTitle")}
      </Link>
    </StandingCard>
  );
}

/** When it was over, and by whom where it was not the person. */
function HowItEnded({ number, endedAt, closedBy, late }: ResultData) {
  const { t } = useTranslation("assessment");
  const { moment } = useFormats();
  const when = moment(endedAt);
  return closedBy === "person" && !late ? (
    <p className="text-ink-3 text-[0.95rem]">{t("result.ended", { number, when })}</p>
  ) : (
    <Notice tone="warn">
      {closedBy === "time" ? <p>{t("result.timedOut", { when })}</p> : null}
      {closedBy === "edition" ? <p>{t("result.closedEdition")}</p> : null}
      {closedBy === "person" ? <p>{t("result.ended", { number, when })}</p> : null}
      {late ? <p>{t("result.late")}</p> : null}
    </Notice>
  );
}
