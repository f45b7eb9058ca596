import { and, eq } from "drizzle-orm";
import { attendances, type Handle } from "#app/platform/db.server.ts";

export type Attendance = typeof attendances.$inferSelect;

/** A person's attendance of one edition; null before the signature. */
export async function findAttendance(
  handle: Handle,
  { personId, editionId }: { personId: string; editionId: string },
): Promise<Attendance | null> {
  const [found] = await handle
    .select()
    .from(attendances)
    .where(and(eq(attendances.personId, personId), eq(attendances.editionId, editionId)));
  return found ?? null;
}
