import type { messages } from "#app/platform/db.server.ts";
import type { Mail } from "#app/platform/mail/compose-mail.server.ts";
import { type MailAddress, usableAddress } from "#app/platform/mail/mail-address.ts";
import { paths } from "#app/platform/paths.ts";
import { messageWords } from "./message-words.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";

type Message = typeof messages.$inferSelect;
type Desk = { origin: string; mailFrom: MailAddress };

/** A message as a mail; null without a usable address to send it to. */
export function writeMail(message: Message, { origin, mailFrom }: Desk): Mail | null {
  const { id, toName, language, content, optional, unsubscribeToken } = message;
  const address = usableAddress(message.toAddress);
  if (address === null) return null;
  const choicePath = optional && unsubscribeToken ? paths.unsubscribe(unsubscribeToken) : null;
  const words = messageWords({ content, language, optional, origin, choicePath });
  return {
    messageId: messageIdOf(id, mailFrom),
    from: mailFrom,
    to: { name: toName, address },
    subject: content.subject,
    text: renderText(words),
    html: renderHtml(words),
    unsubscribeUrl: choicePath && origin + choicePath,
  };
}

/** The same for every try, so that a mailbox that gets one twice can tell, and a bounce can be told where it belongs. */
function messageIdOf(id: string, { address }: MailAddress): string {
  return `${id}@${new URL(`http://${address.slice(address.lastIndexOf("@") + 1)}`).hostname}`;
}
