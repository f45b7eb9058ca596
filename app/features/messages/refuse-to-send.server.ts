import { and, eq, isNull } from "drizzle-orm";
import { type Handle, mailRefusals, people } from "#app/platform/db.server.ts";
import { foldEmail } from "../people/fold-email.ts";
import type { TryEnd } from "./end-try.server.ts";
import type { Message, MessageChecks } from "./message-checks.ts";
import { findOptOut } from "./opt-out.server.ts";

type Asked = { handle: Handle; message: Message; checks: MessageChecks; now: number };

/** Why a message must not go out now, as the end of its try; null when it may. */
export async function refuseToSend({ handle, message, checks, now }: Asked): Promise<TryEnd | null> {
  const { personId, optional, reason, toAddress } = message;
  if (personId) {
    const [person] = await handle.select({ leftAt: people.leftAt }).from(people).where(eq(people.id, personId));
    if (person?.leftAt != null && person.leftAt <= now) return { state: "dropped", outcome: "person_left", said: "" };
    if (optional && (await findOptOut(handle, personId)) !== null)
      return { state: "dropped", outcome: "opted_out", said: "" };
  }
  const unwanted = (await checks[reason]?.(message, { handle, now })) ?? null;
  if (unwanted !== null) return { state: "dropped", outcome: "not_wanted", said: unwanted };
  const [refusal] = await handle
    .select({ said: mailRefusals.said })
    .from(mailRefusals)
    .where(and(eq(mailRefusals.address, foldEmail(toAddress)), isNull(mailRefusals.clearedAt)));
  return refusal ? { state: "dead", outcome: "address_refuses", said: refusal.said } : null;
}
