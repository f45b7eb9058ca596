import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getDealClaim } from "#app/features/claims/get-deal-claim.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("deals:recorded.title", (data) => ({
  deal: (data as { claim: { dealReference: string } }).claim.dealReference,
}));

export const loader = pageLoader("deals:own", async ({ app, viewer, params }) => {
  const scope = { personId: viewer.person.id };
  const claim = await getDealClaim(app.db.read, { claimId: params.claimId ?? "", scope });
  const { dealReference, customerName, customerCountry, engagement, role, partnerFirm, partnerRole } = claim;
  const { relationshipOwner, outcome, decisionId, claimedAt } = claim;
  return {
    claim: {
      dealReference,
      customerName,
      customerCountry,
      engagement,
      role,
      partnerFirm,
      partnerRole,
      relationshipOwner,
    },
    outcome,
    decisionId,
    claimedAt,
  };
});

export default function Deal() {
  const { t } = useTranslation("deals");
  const { moment, country } = useFormats();
  const { claim, outcome, decisionId, claimedAt } = useLoaderData<typeof loader>();
  const facts = [
    [t("recorded.customer"), `${claim.customerName}, ${country(claim.customerCountry)}`],
    [t("recorded.engagement"), t(`engagement.${claim.engagement}`)],
    [t("recorded.role"), t(`role.${claim.role}`)],
    [t("recorded.partnerFirm"), claim.partnerFirm],
    [t("recorded.partnerRole"), claim.partnerRole],
    [t("recorded.owner"), claim.relationshipOwner ? t(`owner.${claim.relationshipOwner}`) : null],
    [t("recorded.decision"), decisionId],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-8">
      <StandingCard tone="ok" state={t("recorded.state")} title={t("recorded.title", { deal: claim.dealReference })}>
        <p>
          {t("recorded.text", { when: moment(claimedAt) })} {outcome === "allow_in_grace" ? t("recorded.grace") : null}
          {outcome === "allow_by_override" ? t("recorded.override") : null}
        </p>
      </StandingCard>
      <section className="flex flex-col gap-3">
        <h2>{t("recorded.facts")}</h2>
        <dl className="facts">
          {facts.map(([term, value]) => (
            <div key={term} className="contents">
              <dt>{term}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p>
        <Link to={paths.deals()}>{t("recorded.all")}</Link>
      </p>
    </div>
  );
}
