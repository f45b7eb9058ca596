import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getAttemptResult } from "#app/features/assessments/get-attempt-result.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { Explanations } from "./explanations.tsx";

export const meta: MetaFunction = pageTitle("assessment:result.title", (data) => data as Record<string, unknown>);

export const loader = pageLoader("learning:own", async ({ app, viewer, params }) => {
  const personId = viewer.person.id;
  const report = await getAttemptResult({ ...app, personId, attemptId: params.attemptId ?? "" });
  const { progress } = await getStanding({ ...app, personId });
  return { ...report, signed: progress.attested };
});

export default function Result() {
  const { t } = useTranslation("assessment");
  const { result, passingScore, explanations, editionId, missed, signed } = useLoaderData<typeof loader>();
  const { correct, total, passed } = result;
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-8">
      <StandingCard
        tone={passed ? "ok" : "stop"}
        state={t(passed ? "result.passed" : "result.failed")}
        title={t(passed ? "result.passedTitle" : "result.failedTitle", { correct, total })}
      >
        {passed ? (
          <Link to={signed ? paths.home() : paths.attestation()} className="button">
            {t(signed ? "result.home" : "result.sign")}
          </Link>
        ) : (
          <>
            <p>
              {correct >= passingScore ? t("result.failedStar") : t("result.failedScore", { needed: passingScore })}
            </p>
            <Link to={paths.assessment()} className="button">
              {t("result.nextTitle")}
            </Link>
          </>
        )}
      </StandingCard>
      {result.timedOut ? <Notice tone="warn">{t("result.timedOut")}</Notice> : null}
      {missed.length > 0 ? <Missed missed={missed} passed={passed} editionId={editionId} /> : null}
      {explanations ? <Explanations explanations={explanations} editionId={editionId} /> : null}
    </div>
  );
}

type Missed = ReturnType<typeof useLoaderData<typeof loader>>["missed"];

function Missed({ missed, passed, editionId }: { missed: Missed; passed: boolean; editionId: string }) {
  const { t } = useTranslation("assessment");
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("result.missed")}</h2>
      {passed ? null : <p className="text-ink-2">{t("result.missedIntro")}</p>}
      <ul className="border-line border-t">
        {missed.map(({ clause, lessons, ...score }) => (
          <li key={clause.id} className="border-line grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-[1fr_auto]">
            <p>
              <Link to={paths.clause(editionId, clause.id)} className="font-bold">
                {clause.id}
              </Link>{" "}
              {clause.mustPass ? (
                <span role="img" aria-label={t("common:mustPassLong")}>
                  {t("common:mustPass")}
                </span>
              ) : null}{" "}
              {clause.text}
            </p>
            <p className="text-ink-3 whitespace-nowrap tabular-nums">{t("result.clauseScore", score)}</p>
            <p className="flex flex-wrap gap-x-4">
              {lessons.map((lesson) => (
                <Link key={lesson.id} to={paths.lesson(lesson.id)}>
                  {t("result.read", lesson)}
                </Link>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
