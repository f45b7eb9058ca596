import { asc, eq, isNull } from "drizzle-orm";
import { accommodations, type Handle, people } from "#app/platform/db.server.ts";

/** Every accommodation with its person, the oldest first; without `ended`, those that hold. */
export function listAccommodations(handle: Handle, { ended }: { ended: boolean }) {
  return handle
    .select({
      accommodation: accommodations,
      person: {
        employeeId: people.employeeId,
        givenName: people.givenName,
        familyName: people.familyName,
        preferredName: people.preferredName,
      },
    })
    .from(accommodations)
    .innerJoin(people, eq(people.id, accommodations.personId))
    .where(ended ? undefined : isNull(accommodations.endedAt))
    .orderBy(asc(accommodations.grantedAt), asc(accommodations.id));
}
