import { and, eq, isNull } from "drizzle-orm";
import { type Handle, mailOptOuts, mailRefusals, people } from "#app/platform/db.server.ts";
import { foldEmail } from "../people/fold-email.ts";
import type { TryEnd } from "./end-try.server.ts";
import type { Message, MessageChecks } from "./message-checks.ts";

type Asked = { handle: Handle; message: Message; checks: MessageChecks; now: number };

/** Why a message must not go out now, as the end of its try; null when it may. */
export async function refuseToSend({ handle, message, checks, now }: Asked): Promise<TryEnd | null> {
  const { personId, optional, reason, toAddress } = message;
  if (personId) {
    const [person] = await handle.select({ leftAt: people.leftAt }).from(people).where(eq(people.id, personId));
    if (person?.leftAt != null && person.leftAt <= now) return { state: "dropped", outcome: "person_left", said: "" };
    if (optional && (await hasOptedOut(handle, personId))) return { state: "dropped", outcome: "opted_out", said: "" };
  }
  const unwanted = (await checks[reason]?.(message, { handle, now })) ?? null;
  if (unwanted !== null) return { state: "dropped", outcome: "not_wanted", said: unwanted };
  const [refusal] = await handle
    .select({ said: mailRefusals.said })
    .from(mailRefusals)
    .where(and(eq(mailRefusals.address, foldEmail(toAddress)), isNull(mailRefusals.clearedAt)));
  return refusal ? { state: "dead", outcome: "address_refuses", said: refusal.said } : null;
}

/** Whether somebody does not want mail that can be refused. */
export async function hasOptedOut(handle: Handle, personId: string): Promise<boolean> {
  const found = await handle
    .select({ personId: mailOptOuts.personId })
    .from(mailOptOuts)
    .where(eq(mailOptOuts.personId, personId));
  return found.length > 0;
}
