import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Handle, mailRefusals, messages, messageTries, people } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { foldEmail } from "../people/fold-email.ts";
import { fullName } from "../people/full-name.ts";
import type { Message } from "./message-checks.ts";
import { hasLostSecret, withoutSecrets } from "./without-secrets.ts";

/** One message for the program office: what it says without its secrets, every try, and whether it can be sent again. Throws not-found. */
export async function getMessage(handle: Handle, messageId: string) {
  const message = await readMessage(handle, messageId);
  const tries = await handle
    .select()
    .from(messageTries)
    .where(eq(messageTries.messageId, messageId))
    .orderBy(asc(messageTries.number));
  const [refusal] = await handle
    .select({ address: mailRefusals.address, refusedAt: mailRefusals.refusedAt, said: mailRefusals.said })
    .from(mailRefusals)
    .where(and(eq(mailRefusals.address, foldEmail(message.toAddress)), isNull(mailRefusals.clearedAt)));
  const known = await handle
    .select()
    .from(people)
    .where(inArray(people.id, [message.personId ?? "", message.causedBy]));
  const cause = known.find(({ id }) => id === message.causedBy);
  return {
    message: { ...message, content: withoutSecrets(message.content) },
    tries: tries.map(({ messageId: _, ...one }) => one),
    refusal: refusal ?? null,
    employeeId: known.find(({ id }) => id === message.personId)?.employeeId ?? null,
    /** Who caused it, or what. */
    cause: cause ? fullName(cause) : message.causedBy,
    resend: resendOf(message),
  };
}

/** `secret`: it carried a link that is not kept, so a new one has to be made where it came from. */
function resendOf({ state, content }: Message): "possible" | "secret" | "no" {
  if (state !== "dead") return "no";
  return hasLostSecret(content) ? "secret" : "possible";
}

export async function readMessage(handle: Handle, messageId: string): Promise<Message> {
  const [message] = await handle.select().from(messages).where(eq(messages.id, messageId));
  if (!message) throw new AppError("not-found", "There is no message with this id.");
  return message;
}
