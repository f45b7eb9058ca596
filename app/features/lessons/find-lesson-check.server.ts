import { and, eq } from "drizzle-orm";
import { type Handle, lessonChecks } from "#app/platform/db.server.ts";

export type LessonCheck = typeof lessonChecks.$inferSelect;

/** The one check of a person on a module in a registration; `null` stands for a registration that is not open yet. */
export async function findLessonCheck(
  handle: Handle,
  scope: { personId: string; registrationId: string | null; moduleId: string },
): Promise<LessonCheck | null> {
  const { personId, registrationId, moduleId } = scope;
  if (registrationId === null) return null;
  const [check] = await handle
    .select()
    .from(lessonChecks)
    .where(
      and(
        eq(lessonChecks.personId, personId),
        eq(lessonChecks.registrationId, registrationId),
        eq(lessonChecks.moduleId, moduleId),
      ),
    );
  return check ?? null;
}
