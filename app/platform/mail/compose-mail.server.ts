import MailComposer from "nodemailer/lib/mail-composer";
import { type MailAddress, oneLine } from "./mail-address.ts";

export type Mail = {
  /** Without angle brackets; the same each time the same message is sent. */
  messageId: string;
  from: MailAddress;
  to: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** Where a mail program refuses further mail with one click (RFC 8058); null where mail cannot be refused. */
  unsubscribeUrl: string | null;
};

export type ComposedMail = { envelope: { from: string; to: string }; raw: Buffer };

/**
 * The mail as it goes over the wire: text and HTML, marked as sent by a machine, and nothing fetched from anywhere; with
 * the addresses in the form in which servers know them. Throws for what cannot be written.
 */
export async function composeMail(mail: Mail): Promise<ComposedMail> {
  const { messageId, from, to, subject, text, html, unsubscribeUrl } = mail;
  const composer = new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(to.name), address: to.address },
    subject: oneLine(subject),
    text,
    html,
    messageId: `<${messageId}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...(unsubscribeUrl
        ? { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
        : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const node = composer.compile();
  const envelope = node.getEnvelope();
  const [recipient, ...others] = envelope.to;
  if (!recipient || others.length > 0) throw new Error("This is not one address.");
  return { envelope: { from: envelope.from || "", to: recipient }, raw: await node.build() };
}
