/** Who brought the deal and whose customer it is. */
export const engagements = [
  "partner_new_business",
  "direct_new_business",
  "global_account",
  "installed_base",
  "subcontracted",
] as const;

export type Engagement = (typeof engagements)[number];
export type NamedField = "partnerFirm" | "partnerRole" | "relationshipOwner";
export type RelationshipOwner = "direct" | "partner" | "unclear";

export type Leadership = {
  /** Null when nobody can say yet who owns the customer relationship. */
  lead: "direct" | "partner" | null;
  /** Null where no partner is in the deal and so no clause is needed. */
  clause: string | null;
  /** What a claim must say for this engagement. */
  mustName: NamedField[];
};

type Deal = {
  engagement: Engagement;
  partnerFirm?: string | undefined;
  relationshipOwner?: RelationshipOwner | undefined;
};

/**
 * The rules of engagement: who leads a deal, the clause that says so, and what the claim must name. In a global account
 * the partner's role is written down where a partner is involved (ROE-3.2), which is when a firm is named.
 */
export function whoLeads({ engagement, partnerFirm, relationshipOwner }: Deal): Leadership {
  switch (engagement) {
    case "partner_new_business":
      return { lead: "partner", clause: "ROE-2.1", mustName: ["partnerFirm"] };
    case "direct_new_business":
      return { lead: "direct", clause: null, mustName: [] };
    case "global_account":
      return { lead: "direct", clause: "ROE-3.1", mustName: partnerFirm ? ["partnerRole"] : [] };
    case "installed_base":
      return relationshipOwner === undefined || relationshipOwner === "unclear"
        ? { lead: null, clause: "ROE-4.4", mustName: ["relationshipOwner"] }
        : { lead: relationshipOwner, clause: "ROE-4.1", mustName: ["relationshipOwner"] };
    case "subcontracted":
      return { lead: "direct", clause: "ROE-5.1", mustName: ["partnerFirm"] };
  }
}

export type LeadObjection = { reason: "PARTNER_LEADS" | "OWNER_UNCLEAR"; clause: string };

/** Why this claim may not stand as it is, or null. Supporting a deal that the partner leads is what ROE-2.2 asks for. */
export function objectToLead(deal: Deal & { role: "lead" | "support" }): LeadObjection | null {
  const { lead, clause } = whoLeads(deal);
  if (lead === null) return { reason: "OWNER_UNCLEAR", clause: "ROE-4.4" };
  if (lead === "partner" && deal.role === "lead" && clause) return { reason: "PARTNER_LEADS", clause };
  return null;
}
