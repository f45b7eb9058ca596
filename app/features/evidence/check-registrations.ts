import type { registrations } from "#app/platform/db.server.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";

type Registration = typeof registrations.$inferSelect;
type Content = { programId: string; editionId: string };

/** What counts for the path is done with a release of the edition that is worked on; other practice may be of a later one. */
const ofThePath = new Set<EvidenceRecord["kind"]>([
  ...(["lesson_read", "lesson_tested_out", "story_ended", "attempt_submitted", "attested", "certified"] as const),
]);

/**
 * A registration is no evidence, but nothing recorded in it may say otherwise: whose it is, its program and edition, and
 * that it was open by then. Its cycles count from 1, and the path follows from the cycle.
 */
export function checkRegistrations(
  records: readonly EvidenceRecord[],
  stored: readonly Registration[],
  contentOf: (releaseId: string) => Content,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const byId = new Map(stored.map((registration) => [registration.id, registration]));
  const told = new Set<string>();
  const say = ({ id, personId }: Registration, problem: string) => {
    if (told.has(`${id} ${problem}`)) return;
    told.add(`${id} ${problem}`);
    found.push({ personId, subject: `registration ${id}`, problem });
  };
  for (const { id, personId, registrationId, releaseId, kind, at } of records) {
    if (registrationId === null) continue;
    const registration = byId.get(registrationId);
    if (registration?.personId !== personId) {
      found.push({ personId, subject: id, problem: "names a registration of someone else" });
      continue;
    }
    if (at < registration.openedAt) say(registration, "is opened after what was recorded in it");
    if (releaseId === null || !ofThePath.has(kind)) continue;
    const { programId, editionId } = contentOf(releaseId);
    if (programId !== registration.programId || editionId !== registration.editionId)
      say(registration, "is for another edition than what was recorded in it");
  }
  const worked = new Set(records.map(({ registrationId }) => registrationId));
  for (const own of Map.groupBy(stored, ({ personId, editionId }) => `${personId} ${editionId}`).values()) {
    const cycles = own.toSorted((a, b) => a.cycle - b.cycle);
    for (const [n, registration] of cycles.entries()) {
      // What nothing was recorded in says nothing that evidence could deny.
      if (!worked.has(registration.id)) continue;
      if (registration.cycle !== n + 1) say(registration, `is cycle ${registration.cycle} and not ${n + 1}`);
      if (registration.path !== (n === 0 ? "initial" : "renewal")) say(registration, "is on a path of another cycle");
    }
  }
  return found;
}
