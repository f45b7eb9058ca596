import { useTranslation } from "react-i18next";
import { engagements, type RelationshipOwner, whoLeads } from "#app/features/claims/who-leads.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useList } from "#app/ui/use-list.ts";
import type { DealDraft } from "./deal-fields.tsx";

/** Says who leads the deal that is being described, by the same rule that the server applies. */
export function WhoLeadsBox({ draft }: { draft: DealDraft }) {
  const { t } = useTranslation("deals");
  const list = useList();
  const engagement = engagements.find((one) => one === draft.engagement);
  const owner = (draft.relationshipOwner || undefined) as RelationshipOwner | undefined;
  const leads =
    engagement && whoLeads({ engagement, partnerFirm: draft.partnerFirm || undefined, relationshipOwner: owner });
  const asked = leads?.lead === null && owner === undefined;
  return (
    <section aria-live="polite" className="flex flex-col gap-2">
      <h2 className="text-base!">{t("leads.title")}</h2>
      {!leads || asked ? (
        <Notice tone="info">{t(asked ? "leads.asked" : "leads.none")}</Notice>
      ) : (
        <Notice tone={leads.lead === "direct" ? "ok" : "warn"}>
          <strong>
            {t(`leads.${leads.lead ?? "unknown"}`)} {leads.clause ? `(${leads.clause})` : null}
          </strong>
          <p>{t(`leads.${leads.lead ?? "unknown"}Text`)}</p>
          {leads.mustName.length > 0 ? (
            <p>
              {t("leads.needs", {
                fields: list(leads.mustName.map((field) => t(`form.${field}`))),
              })}
            </p>
          ) : null}
          {leads.lead === "partner" && draft.role === "lead" ? (
            <p className="font-semibold">{t("leads.conflict")}</p>
          ) : null}
        </Notice>
      )}
    </section>
  );
}
