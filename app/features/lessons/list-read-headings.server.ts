import { and, eq } from "drizzle-orm";
import { type Handle, lessonPlaces } from "#app/platform/db.server.ts";

/** The headings of a lesson whose parts the person has gone through in one cycle. */
export async function listReadHeadings(
  handle: Handle,
  scope: { personId: string; editionId: string; cycle: number; moduleId: string },
): Promise<Set<string>> {
  const rows = await handle
    .select({ heading: lessonPlaces.heading })
    .from(lessonPlaces)
    .where(
      and(
        eq(lessonPlaces.personId, scope.personId),
        eq(lessonPlaces.editionId, scope.editionId),
        eq(lessonPlaces.cycle, scope.cycle),
        eq(lessonPlaces.moduleId, scope.moduleId),
      ),
    );
  return new Set(rows.map((row) => row.heading));
}
