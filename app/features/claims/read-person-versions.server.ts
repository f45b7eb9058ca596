import { asc, inArray } from "drizzle-orm";
import { type Handle, personVersions } from "#app/platform/db.server.ts";
import type { PersonVersion } from "./person-at.ts";

/** What was known of each person from when on, oldest first. */
export async function readPersonVersions(
  handle: Handle,
  personIds: readonly string[],
): Promise<Map<string, PersonVersion[]>> {
  const rows = await handle
    .select({
      personId: personVersions.personId,
      validFrom: personVersions.validFrom,
      kind: personVersions.kind,
      country: personVersions.country,
      leftAt: personVersions.leftAt,
      onLeave: personVersions.onLeave,
    })
    .from(personVersions)
    .where(inArray(personVersions.personId, [...personIds]))
    .orderBy(asc(personVersions.validFrom), asc(personVersions.recordedAt), asc(personVersions.id));
  const versions = new Map<string, PersonVersion[]>();
  for (const { personId, ...version } of rows) {
    const earlier = versions.get(personId);
    if (earlier) earlier.push(version);
    else versions.set(personId, [version]);
  }
  return versions;
}
