import type { ReasonCode } from "#app/features/claims/reasons.ts";

/** What a refused claim says to whoever reads the calling system's screen. */
export const refusalWords: Record<ReasonCode, string> = {
  UNKNOWN_PERSON: "Nobody is known by this employee id, so nobody can claim this deal.",
  INACTIVE: "This person is not employed now and cannot claim deals.",
  ON_HOLD: "This person's claim rights are on hold. The program office knows the case.",
  NOT_CERTIFIED: "This person is not certified yet and cannot claim deals until they are.",
  EXPIRED: "This person's certification has run out. They can claim deals again once they have renewed it.",
  NEW_EDITION: "New rules are in force, and this person is certified for older ones only.",
  NOT_A_REP: "Deals are claimed by reps, and this person is none.",
  PARTNER_LEADS: "The partner leads this deal. The rep can register it in the role of support.",
  OWNER_UNCLEAR: "Nobody can say yet who owns the customer relationship. Settle that first, then claim the deal.",
  DEAL_RING_FENCED: "This deal has been claimed already.",
  CERTIFIED: "The claim was refused.",
  NOT_YET_REQUIRED: "The claim was refused.",
  SHADOW_MODE: "The claim was refused.",
  IN_GRACE: "The claim was refused.",
  OVERRIDE: "The claim was refused.",
};
