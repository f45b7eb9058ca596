import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listClaimRefusals } from "#app/features/claims/list-claim-refusals.server.ts";
import { listDealClaims } from "#app/features/claims/list-deal-claims.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("deals:title");

export const loader = pageLoader("deals:own", async ({ app, viewer }) => {
  const personId = viewer.person.id;
  const claims = await listDealClaims(app.db.read, { personId });
  const refusals = await listClaimRefusals(app.db.read, { personId });
  return {
    claims: claims.map(({ id, dealReference, customerName, role, claimedAt }) => ({
      id,
      dealReference,
      customerName,
      role,
      at: claimedAt,
    })),
    refusals: refusals.map(({ id, dealReference, reason, refusedAt }) => ({
      id,
      dealReference,
      reason,
      at: refusedAt,
    })),
  };
});

export default function Deals() {
  const { t } = useTranslation("deals");
  const { day } = useFormats();
  const { claims, refusals } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-8">
      <div className="flex flex-col items-start gap-4">
        <h1>{t("title")}</h1>
        <p className="text-ink-2 max-w-[66ch]">{t("intro")}</p>
        <Link to={paths.newDeal()} className="button" reloadDocument>
          {t("claim")}
        </Link>
      </div>
      <section className="flex flex-col gap-3">
        <h2>{t("yours")}</h2>
        {claims.length === 0 ? <p className="text-ink-3">{t("none")}</p> : null}
        <ul className="border-line border-t">
          {claims.map((claim) => (
            <li key={claim.id} className="border-line grid gap-x-6 border-b py-3 sm:grid-cols-[1fr_1fr_auto_auto]">
              <Link to={paths.deal(claim.id)} className="font-semibold">
                {claim.dealReference}
              </Link>
              <span dir="auto">{claim.customerName}</span>
              <span className="text-ink-2">{t(`role.${claim.role}`)}</span>
              <span className="text-ink-3 sm:text-right">{day(claim.at)}</span>
            </li>
          ))}
        </ul>
      </section>
      {refusals.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h2>{t("refused")}</h2>
          <ul className="border-line border-t">
            {refusals.map((refusal) => (
              <li key={refusal.id} className="border-line grid gap-x-6 border-b py-3 sm:grid-cols-[1fr_2fr_auto]">
                <Link to={paths.refusal(refusal.id)} className="font-semibold">
                  {refusal.dealReference}
                </Link>
                <span>{t(`reason.${refusal.reason}.title`)}</span>
                <span className="text-ink-3 sm:text-right">{day(refusal.at)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
