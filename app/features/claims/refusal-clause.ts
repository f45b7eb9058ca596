import { type ReasonCode, reasonClause } from "./reasons.ts";
import { engagements, whoLeads } from "./who-leads.ts";

/** The clause behind a refused claim. Which one says that the partner leads depends on the engagement claimed. */
export function refusalClause(reason: ReasonCode, input: Readonly<Record<string, string>>): string | null {
  const engagement = engagements.find((one) => one === input.engagement);
  if (reason !== "PARTNER_LEADS" || !engagement) return reasonClause[reason];
  return whoLeads({ engagement, relationshipOwner: "partner" }).clause;
}

export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(reasonClause, text);
}
