import { eq } from "drizzle-orm";
import { type Handle, lessonChecks } from "#app/platform/db.server.ts";

/** The items that the checks of a registration have shown, handed in or not: the assessment should ask others. */
export async function listCheckedItems(handle: Handle, registrationId: string): Promise<Set<string>> {
  const checks = await handle
    .select({ form: lessonChecks.form })
    .from(lessonChecks)
    .where(eq(lessonChecks.registrationId, registrationId));
  return new Set(checks.flatMap(({ form }) => form.map((place) => place.itemId)));
}
