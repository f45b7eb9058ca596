import type { accommodations, certifications, holds, overrides } from "#app/platform/db.server.ts";
import type { EvidenceRecord } from "./check-chain.ts";

export type Derived = {
  certifications: Omit<typeof certifications.$inferSelect, "programId">[];
  holds: (typeof holds.$inferSelect)[];
  overrides: (typeof overrides.$inferSelect)[];
  accommodations: (typeof accommodations.$inferSelect)[];
};

/** What one person's records say about the shortcuts that may be stored: certifications, holds, overrides, accommodations. */
export function deriveFromEvidence(records: readonly EvidenceRecord[]): Derived {
  const certified: Derived["certifications"] = [];
  const held = new Map<string, Derived["holds"][number]>();
  const accommodated = new Map<string, Derived["accommodations"][number]>();
  const overridden = new Map<string, Derived["overrides"][number]>();
  for (const { personId, at, body, registrationId, releaseId } of records) {
    if (body.kind === "certified") {
      const { certificationId: id, number, editionId, validFrom, validUntil } = body;
      certified.push({
        id,
        personId,
        registrationId: registrationId ?? "",
        releaseId: releaseId ?? "",
        number,
        editionId,
        validFrom,
        validUntil,
      });
    } else if (body.kind === "held") {
      const { holdId: id, caseReference, reason, by: openedBy } = body;
      held.set(id, {
        id,
        personId,
        caseReference,
        reason,
        openedAt: at,
        openedBy,
        liftedAt: null,
        liftedBy: null,
        liftReason: null,
      });
    } else if (body.kind === "hold_lifted") {
      const hold = held.get(body.holdId);
      if (hold) held.set(hold.id, { ...hold, liftedAt: at, liftedBy: body.by, liftReason: body.reason });
    } else if (body.kind === "override_granted") {
      const { overrideId: id, reason, validFrom, validUntil, approvers } = body;
      overridden.set(id, { id, personId, reason, validFrom, validUntil, approvers, grantedAt: at, endedAt: null });
    } else if (body.kind === "override_ended") {
      const override = overridden.get(body.overrideId);
      if (override) overridden.set(override.id, { ...override, endedAt: at });
    } else if (body.kind === "accommodation_granted") {
      const { accommodationId: id, extraTimePercent, noTimeLimit, reason, by: grantedBy } = body;
      const granted = { id, personId, extraTimePercent, noTimeLimit, reason, grantedAt: at, grantedBy };
      accommodated.set(id, { ...granted, endedAt: null, endedBy: null });
    } else if (body.kind === "accommodation_ended") {
      const granted = accommodated.get(body.accommodationId);
      if (granted) accommodated.set(granted.id, { ...granted, endedAt: at, endedBy: body.by });
    }
  }
  return {
    certifications: certified,
    holds: [...held.values()],
    overrides: [...overridden.values()],
    accommodations: [...accommodated.values()],
  };
}
