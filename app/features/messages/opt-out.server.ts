import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, mailOptOuts, messages } from "#app/platform/db.server.ts";

type Choice = { db: Database; clock: Clock; personId: string; optOut: boolean; via: "link" | "account" };

/** Whether somebody gets mail that can be refused. Saying the same again changes nothing. */
export async function chooseOptionalMail({ db, clock, personId, optOut, via }: Choice): Promise<void> {
  const optedOutAt = clock.now();
  await db.write(async (tx) => {
    if (optOut)
      await tx
        .insert(mailOptOuts)
        .values({ personId, optedOutAt, via })
        .onConflictDoNothing({ target: mailOptOuts.personId });
    else await tx.delete(mailOptOuts).where(eq(mailOptOuts.personId, personId));
  });
}

/** Since when somebody does not want mail that can be refused; null while they get it. */
export async function findOptOut(handle: Handle, personId: string): Promise<number | null> {
  const [found] = await handle
    .select({ optedOutAt: mailOptOuts.optedOutAt })
    .from(mailOptOuts)
    .where(eq(mailOptOuts.personId, personId));
  return found?.optedOutAt ?? null;
}

/** Whose mail the link in a mail refuses; null for a token that no mail carries. */
export async function findUnsubscriber(handle: Handle, token: string): Promise<string | null> {
  const [message] = await handle
    .select({ personId: messages.personId })
    .from(messages)
    .where(eq(messages.unsubscribeToken, token));
  return message?.personId ?? null;
}
