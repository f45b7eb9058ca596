import { and, eq, isNull } from "drizzle-orm";
import { type Handle, mailRefusals, people } from "#app/platform/db.server.ts";
import { foldEmail } from "../people/fold-email.ts";
import type { TryEnd } from "./end-try.server.ts";
import type { Message, MessageChecks, NotNow } from "./message-checks.ts";
import { findOptOut } from "./opt-out.server.ts";

type Asked = { handle: Handle; message: Message; checks: MessageChecks; now: number };

export type Sending =
  /** It goes out, with the words of now. */
  | { message: Message }
  /** It is no time for it: what is put back was no try. */
  | NotNow
  | { end: TryEnd };

/** What becomes of a claimed message before a word of it is said to a mail server. */
export async function decideSending({ handle, message, checks, now }: Asked): Promise<Sending> {
  const { personId, optional, reason, toAddress } = message;
  if (personId) {
    const [person] = await handle.select({ leftAt: people.leftAt }).from(people).where(eq(people.id, personId));
    if (person?.leftAt != null && person.leftAt <= now) return dropped("person_left", "");
    if (optional && (await findOptOut(handle, personId)) !== null) return dropped("opted_out", "");
  }
  const verdict = (await checks[reason]?.(message, { handle, now })) ?? null;
  if (typeof verdict === "string") return dropped("not_wanted", verdict);
  const [refusal] = await handle
    .select({ said: mailRefusals.said })
    .from(mailRefusals)
    .where(and(eq(mailRefusals.address, foldEmail(toAddress)), isNull(mailRefusals.clearedAt)));
  if (refusal) return { end: { state: "dead", outcome: "address_refuses", said: refusal.said } };
  if (verdict === null) return { message };
  return "notBefore" in verdict ? verdict : { message: { ...message, content: verdict.content } };
}

function dropped(outcome: "person_left" | "opted_out" | "not_wanted", said: string): Sending {
  return { end: { state: "dropped", outcome, said } };
}
