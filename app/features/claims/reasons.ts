/**
 * Every reason that the gate or a refused claim gives, with the clause it rests on. The codes are part of the API and of
 * stored decisions: never rename one. The words for people are in the catalogues.
 */
export const reasonClause = {
  CERTIFIED: null,
  NOT_YET_REQUIRED: null,
  SHADOW_MODE: null,
  IN_GRACE: null,
  OVERRIDE: null,
  UNKNOWN_PERSON: null,
  INACTIVE: null,
  ON_HOLD: "ROE-8.1",
  NOT_CERTIFIED: "ROE-1.3",
  EXPIRED: "ROE-1.3",
  NEW_EDITION: "ROE-8.3",
  /** Claims are a rep's: a partner or staff member has no deal to claim. */
  NOT_A_REP: "ROE-1.3",
  /** The engagement names the clause: ROE-2.1 for new business, ROE-4.1 in the installed base. */
  PARTNER_LEADS: "ROE-2.1",
  OWNER_UNCLEAR: "ROE-4.4",
  DEAL_RING_FENCED: "ROE-2.4",
} as const satisfies Record<string, string | null>;

export type ReasonCode = keyof typeof reasonClause;

/** Why somebody holds no certification that counts. */
export type GapCode = "NOT_CERTIFIED" | "EXPIRED" | "NEW_EDITION";
