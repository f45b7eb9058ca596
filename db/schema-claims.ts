import { count, id, index, json, moment, primaryKey, table, text, uniqueIndex } from "./columns.ts";
import type { ClaimDecisionRecord } from "./json-shapes.ts";
import { apiKeys, people } from "./schema.ts";

/** Append-only. The check constraint is the last door of rule 1: no claim without an allowing decision. */
export const dealClaims = table(
  "deal_claims",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    dealReference: text().notNull(),
    /** Folded reference; a second claim on a ring-fenced deal meets this key. */
    dealKey: text().notNull(),
    customerName: text().notNull(),
    customerCountry: text().notNull(),
    engagement: text().notNull(),
    role: text().$type<"lead" | "support">().notNull(),
    partnerFirm: text(),
    partnerRole: text(),
    relationshipOwner: text().$type<"direct" | "partner">(),
    outcome: text().$type<"allow" | "allow_in_grace" | "allow_by_override">().notNull(),
    decisionId: text().notNull(),
    decision: json<ClaimDecisionRecord>().notNull(),
    channel: text().$type<"web" | "api">().notNull(),
    apiKeyId: text().references(() => apiKeys.id),
    claimedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("deal_claims_deal").on(t.dealKey),
    uniqueIndex("deal_claims_decision").on(t.decisionId),
    index("deal_claims_person").on(t.personId, t.claimedAt),
  ],
);

/** Append-only. A refused claim, kept so that a person and a manager can see what was tried and why it failed. */
export const claimRefusals = table(
  "claim_refusals",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    dealReference: text().notNull(),
    reason: text().notNull(),
    decision: json<ClaimDecisionRecord>().notNull(),
    /** What the form held, so that the person need not type it again. */
    input: json<Record<string, string>>().notNull(),
    channel: text().$type<"web" | "api">().notNull(),
    refusedAt: moment().notNull(),
  },
  (t) => [index("claim_refusals_person").on(t.personId, t.refusedAt)],
);

export const idempotencyKeys = table(
  "idempotency_keys",
  {
    ownerId: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    status: count().notNull(),
    responseBody: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.key] }), index("idempotency_keys_age").on(t.createdAt)],
);
