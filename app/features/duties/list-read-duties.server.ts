import { and, eq, isNull } from "drizzle-orm";
import { evidence, type Handle, releases } from "#app/platform/db.server.ts";

/** The managers' modules of an edition that a person has read. They stand beside every registration. */
export async function listReadDuties(
  handle: Handle,
  { personId, editionId }: { personId: string; editionId: string },
): Promise<Set<string>> {
  const records = await handle
    .select({ moduleId: evidence.subject })
    .from(evidence)
    .innerJoin(releases, eq(releases.id, evidence.releaseId))
    .where(
      and(
        eq(evidence.personId, personId),
        eq(evidence.kind, "lesson_read"),
        isNull(evidence.registrationId),
        eq(releases.editionId, editionId),
      ),
    );
  return new Set(records.map(({ moduleId }) => moduleId));
}
