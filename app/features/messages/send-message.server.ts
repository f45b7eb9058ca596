import type { AppContext } from "#app/platform/app-context.ts";
import type { MailOutcome } from "#app/platform/mail/mail-outcome.ts";
import { withoutAddresses } from "#app/platform/mail/mail-outcome.ts";
import type { Mailer } from "#app/platform/mail/open-mailer.server.ts";
import { decideSending } from "./decide-sending.server.ts";
import type { TryEnd } from "./end-try.server.ts";
import type { Message, MessageChecks, NotNow } from "./message-checks.ts";
import { mostTries, retryDelay } from "./retry-delay.ts";
import { writeMail } from "./write-mail.ts";

/** Where mail goes: a mail server, or the mailbox of a demo. */
export type Carrier = (mail: Parameters<Mailer["send"]>[0], message: Message) => Promise<MailOutcome>;

type Sending = { app: AppContext; carrier: Carrier; checks: MessageChecks; message: Message };
/** `message` as it went out; one that is put back was no try. */
type Sent = { end: TryEnd; message: Message; away: boolean } | NotNow;

/** One try of a claimed message. Never rejects: whatever goes wrong is how it ended. */
export async function sendMessage({ app, carrier, checks, message: claimed }: Sending): Promise<Sent> {
  const { db, clock, env } = app;
  let handedOver = false;
  try {
    const decided = await decideSending({ handle: db.read, message: claimed, checks, now: clock.now() });
    if ("notBefore" in decided) return decided;
    if ("end" in decided) return { end: decided.end, message: claimed, away: false };
    const { message } = decided;
    const mail = writeMail(message, env);
    if (!mail) return { end: { state: "dead", outcome: "unwritable", said: "" }, message, away: false };
    handedOver = true;
    const outcome = await carrier(mail, message);
    return { end: endOf(outcome, message, clock.now()), message, away: outcome.kind === "temporary" && outcome.away };
  } catch (error) {
    app.log.error({ err: error, messageId: claimed.id }, "a message could not be sent");
    const said = withoutAddresses(String(error));
    const end: TryEnd = handedOver
      ? { state: "dead", outcome: "may_have_been_sent", said }
      : again(claimed, { said, now: clock.now() });
    return { end, message: claimed, away: false };
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
