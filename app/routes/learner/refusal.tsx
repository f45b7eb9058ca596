import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { PathList } from "#app/features/certification/path-list.tsx";
import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import { getClaimRefusal } from "#app/features/claims/get-claim-refusal.server.ts";
import { findLineManager } from "#app/features/people/find-line-manager.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("deals:refusal.pageTitle");

const trainingReasons = ["NOT_CERTIFIED", "EXPIRED", "NEW_EDITION"];

export const loader = pageLoader("deals:own", async ({ app, viewer, params }) => {
  const { person } = viewer;
  const refusal = await getClaimRefusal(app.db.read, { refusalId: params.refusalId ?? "", personId: person.id });
  const { steps, minutesLeft, release, asOf } = await getStanding({ ...app, personId: person.id });
  const right = await checkClaimRight({ db: app.db, personId: person.id, at: asOf, now: asOf });
  const clauses = release.summary.edition.sections.flatMap((section) => section.clauses);
  const training = trainingReasons.includes(refusal.reason);
  return {
    id: refusal.id,
    reason: refusal.reason,
    deal: refusal.dealReference,
    customer: refusal.input.customerName ?? "",
    clause: clauses.find(({ id }) => id === refusal.clause) ?? null,
    editionId: release.editionId,
    // What is still missing now: the page is worth coming back to.
    missing: training && right.outcome === "deny" ? { steps, minutes: minutesLeft } : null,
    earliestPossibleAt: right.earliestPossibleAt,
    mayClaimNow: training && right.outcome !== "deny",
    training,
    effectiveAt: right.effectiveAt,
    decisionId: refusal.decision.decisionId,
    release: refusal.decision.releaseId?.slice(0, 12) ?? null,
    edition: release.summary.edition.title,
    refusedAt: refusal.refusedAt,
    country: person.country,
    lineManager: await findLineManager(app.db.read, { managerEmployeeId: person.managerEmployeeId, now: asOf }),
  };
});

export default function Refusal() {
  const { t } = useTranslation("deals");
  const { day, moment, country } = useFormats();
  const data = useLoaderData<typeof loader>();
  const again = (
    <Link to={`${paths.newDeal()}?draft=${data.id}`} className="button button-quiet" reloadDocument>
      {t("refusal.again")}
    </Link>
  );
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-7">
      <StandingCard tone="stop" state={t("refusal.state")} title={t(`reason.${data.reason}.title`)}>
        <p>{t(`reason.${data.reason}.text`, { country: country(data.country), from: day(data.effectiveAt) })}</p>
        {data.clause ? (
          <p>
            <Link to={paths.clause(data.editionId, data.clause.id)}>{data.clause.id}</Link> {data.clause.text}
          </p>
        ) : null}
        <p className="text-ink-3">{t("refusal.deal", data)}</p>
        {data.mayClaimNow ? <p className="text-ok font-semibold">{t("refusal.now")}</p> : null}
        {data.missing ? null : again}
      </StandingCard>
      {data.missing ? (
        <section className="flex flex-col gap-3">
          <h2>
            {t("refusal.shortest", {
              minutes: t("common:minutesLong", { count: data.missing.minutes }),
              when: moment(data.earliestPossibleAt),
            })}
          </h2>
          <PathList steps={data.missing.steps} onlyOpen />
          <p>{again}</p>
        </section>
      ) : null}
      {data.training && !data.mayClaimNow ? (
        <section className="panel flex flex-col gap-2">
          <h2>{t("refusal.wait")}</h2>
          <p>
            {t("refusal.waitText", {
              helper: data.lineManager
                ? t("refusal.helperManager", { name: data.lineManager })
                : t("refusal.helperOffice"),
            })}
          </p>
        </section>
      ) : null}
      <p className="text-ink-3 text-sm">
        {t("refusal.trace", { decision: data.decisionId, when: moment(data.refusedAt) })}
        {data.release ? ` · ${t("refusal.traceEdition", data)}` : null}
      </p>
    </div>
  );
}
