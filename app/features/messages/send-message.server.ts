import type { AppContext } from "#app/platform/app-context.ts";
import type { MailOutcome } from "#app/platform/mail/mail-outcome.ts";
import { withoutAddresses } from "#app/platform/mail/mail-outcome.ts";
import type { Mailer } from "#app/platform/mail/open-mailer.server.ts";
import type { TryEnd } from "./end-try.server.ts";
import type { Message, MessageChecks } from "./message-checks.ts";
import { refuseToSend } from "./refuse-to-send.server.ts";
import { mostTries, retryDelay } from "./retry-delay.ts";
import { writeMail } from "./write-mail.ts";

/** Where mail goes: a mail server, or the mailbox of a demo. */
export type Carrier = (mail: Parameters<Mailer["send"]>[0], message: Message) => Promise<MailOutcome>;

type Sending = { app: AppContext; carrier: Carrier; checks: MessageChecks; message: Message };
type Sent = { end: TryEnd; away: boolean };

/** One try of a claimed message. Never rejects: whatever goes wrong is how it ended. */
export async function sendMessage({ app, carrier, checks, message }: Sending): Promise<Sent> {
  const { db, clock, env } = app;
  let handedOver = false;
  try {
    const refused = await refuseToSend({ handle: db.read, message, checks, now: clock.now() });
    if (refused) return { end: refused, away: false };
    const mail = writeMail(message, env);
    if (!mail) return { end: { state: "dead", outcome: "unwritable", said: "" }, away: false };
    handedOver = true;
    const outcome = await carrier(mail, message);
    return { end: endOf(outcome, message, clock.now()), away: outcome.kind === "temporary" && outcome.away };
  } catch (error) {
    app.log.error({ err: error, messageId: message.id }, "a message could not be sent");
    const said = withoutAddresses(String(error));
    if (handedOver) return { end: { state: "dead", outcome: "may_have_been_sent", said }, away: false };
    return { end: again(message, { said, now: clock.now() }), away: false };
  }
}

function endOf(outcome: MailOutcome, message: Message, now: number): TryEnd {
  const { said } = outcome;
  switch (outcome.kind) {
    case "sent":
      return { state: "sent", said };
    case "refused":
      return { state: "dead", outcome: outcome.mailbox ? "address_refused" : "refused", said };
    case "unknown":
      return { state: "dead", outcome: "may_have_been_sent", said };
    case "temporary":
      return again(message, { said, now });
  }
}

function again({ tries }: Message, { said, now }: { said: string; now: number }): TryEnd {
  if (tries >= mostTries) return { state: "dead", outcome: "given_up", said };
  return { state: "waiting", outcome: "in_vain", said, dueAt: now + retryDelay(tries, Math.random()) };
}
