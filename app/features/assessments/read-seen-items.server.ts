import { eq } from "drizzle-orm";
import { attempts, type Handle, lessonChecks } from "#app/platform/db.server.ts";
import type { SeenItems } from "./draw-form.ts";
import { seenItems } from "./seen-items.ts";

/** Every item shown in a registration: in its attempts, also the voided ones, and in its checks before lessons. */
export async function readSeenItems(handle: Handle, registrationId: string): Promise<SeenItems> {
  const shown = await handle
    .select({ form: attempts.form, startedAt: attempts.startedAt })
    .from(attempts)
    .where(eq(attempts.registrationId, registrationId));
  const checks = await handle
    .select({ form: lessonChecks.form, startedAt: lessonChecks.startedAt })
    .from(lessonChecks)
    .where(eq(lessonChecks.registrationId, registrationId));
  return seenItems([...shown, ...checks]);
}
