import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getCheckResult } from "#app/features/attendance/get-check-result.server.ts";
import { getPartnerPath } from "#app/features/attendance/get-partner-path.server.ts";
import { paths } from "#app/platform/paths.ts";
import { Explanations } from "#app/routes/learner/explanations.tsx";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { nextCheck } from "./check.server.ts";
import { CheckClausesHeld, CheckClausesMissed } from "./check-clauses.tsx";
import { NextCheckRule } from "./next-check.tsx";

export const meta: MetaFunction = pageTitle("partner:result.title", (data) => data as Record<string, unknown>);

export const loader = pageLoader("attendance:own", async ({ app, viewer, params, request }) => {
  const personId = viewer.person.id;
  const report = await getCheckResult({ db: app.db, personId, checkId: params.checkId ?? "" });
  const path = await getPartnerPath({ ...app, personId });
  const { submitted, open, passed } = path.checks;
  const isLast = open === null && !passed && submitted.at(-1)?.id === report.checkId;
  return {
    ...report,
    toSign: report.result.passed && path.nextStep?.kind === "attestation",
    next: isLast ? nextCheck(path) : null,
    late: new URL(request.url).searchParams.has("late"),
  };
});

export default function CheckResult() {
  const { t } = useTranslation("partner");
  const data = useLoaderData<typeof loader>();
  const { result, explanations, editionId, missed, held, next } = data;
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-8">
      <Outcome {...data} />
      <HowItEnded {...data} />
      {next ? (
        <section className="flex flex-col gap-4">
          <h2>{t("result.nextTitle")}</h2>
          {next.reason === null ? <p>{t("check.next.now")}</p> : null}
          <NextCheckRule next={next} />
        </section>
      ) : null}
      <CheckClausesMissed missed={missed} passed={result.passed} editionId={editionId} />
      <CheckClausesHeld held={held} editionId={editionId} />
      {explanations ? <Explanations explanations={explanations} editionId={editionId} /> : null}
    </div>
  );
}

type ResultData = ReturnType<typeof useLoaderData<typeof loader>>;

function Outcome({ result, needed, toSign, next }: ResultData) {
  const { t } = useTranslation("partner");
  const { correct, total, passed } = result;
  if (passed)
    return (
      <StandingCard tone="ok" state={t("result.passed")} title={t("result.passedTitle", { correct, total })}>
        <Link to={toSign ? paths.partnerAttestation() : paths.home()} className="button">
          {t(toSign ? "result.sign" : "result.home")}
        </Link>
      </StandingCard>
    );
  return (
    <StandingCard tone="stop" state={t("result.failed")} title={t("result.failedTitle", { correct, total })}>
      <p>{t("result.failedScore", { needed })}</p>
      <Link to={next?.reason === null ? paths.partnerCheck() : paths.home()} className="button">
        {t(next?.reason === null ? "result.toCheck" : "result.home")}
      </Link>
    </StandingCard>
  );
}

/** When it was over, by whom where it was not the person, and what came too late. */
function HowItEnded({ number, submittedAt, result, late }: ResultData) {
  const { t } = useTranslation("partner");
  const { moment } = useFormats();
  const ended = t("result.ended", { number, when: moment(submittedAt) });
  if (!late && !result.timedOut) return <p className="text-ink-3 text-[0.95rem]">{ended}</p>;
  return (
    <Notice tone="warn">
      <p>{result.timedOut ? t("result.closed") : ended}</p>
      {late ? <p>{t("result.late")}</p> : null}
    </Notice>
  );
}
