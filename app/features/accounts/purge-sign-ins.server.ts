import { lte } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { sessions, throttles } from "#app/platform/db.server.ts";

/** Takes away sessions and counters of failed sign-ins that have run out: nothing reads them any more. */
export async function purgeSignIns({ db, clock }: Pick<AppContext, "db" | "clock">) {
  const now = clock.now();
  return db.write(async (tx) => {
    const ended = await tx.delete(sessions).where(lte(sessions.expiresAt, now)).returning({ id: sessions.id });
    const passed = await tx.delete(throttles).where(lte(throttles.expiresAt, now)).returning({ key: throttles.key });
    return { sessions: ended.length, throttles: passed.length };
  });
}
