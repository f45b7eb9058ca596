import { and, desc, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, mailRefusals } from "#app/platform/db.server.ts";
import { foldEmail } from "../people/fold-email.ts";

const mostShown = 500;

/** Addresses to which nothing is sent, the latest first. */
export function listRefusals(handle: Handle) {
  return handle
    .select()
    .from(mailRefusals)
    .where(isNull(mailRefusals.clearedAt))
    .orderBy(desc(mailRefusals.refusedAt))
    .limit(mostShown);
}

type Clearing = { db: Database; clock: Clock; address: string; by: string };

/** Mail goes to this address again, until it is refused again. Answers false when none was held back. */
export function clearRefusal({ db, clock, address, by }: Clearing): Promise<boolean> {
  const now = clock.now();
  return db.write(async (tx) => {
    const cleared = await tx
      .update(mailRefusals)
      .set({ clearedAt: now, clearedBy: by })
      .where(and(eq(mailRefusals.address, foldEmail(address)), isNull(mailRefusals.clearedAt)))
      .returning({ address: mailRefusals.address });
    return cleared.length > 0;
  });
}
