import { and, eq, lte } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { messages } from "#app/platform/db.server.ts";
import { buryLost } from "./bury-lost.server.ts";
import { claimMessages } from "./claim-messages.server.ts";
import { endTry, type TryEnd } from "./end-try.server.ts";
import type { Message, MessageChecks, NotNow } from "./message-checks.ts";
import { putBack } from "./put-back.server.ts";
import { type Carrier, sendMessage } from "./send-message.server.ts";

export type Sender = {
  app: AppContext;
  carrier: Carrier;
  checks: MessageChecks;
  /** Names this worker; no other has the same. */
  worker: string;
  /** Told of each try when its end is written down. */
  onEnd?: (message: Message, end: TryEnd) => void;
};

type Run = Sender & {
  /** How many it takes at the most before it comes back. */
  limit?: number;
  /** From then on nothing more is taken; what is in hand is finished. */
  stopping?: () => boolean;
};

export type RunReport = { taken: number; lost: number; away: boolean };

/** Mails under way at the same time; as many may be unknown after a crash. */
const atOnce = 5;
const usualLimit = 500;

/**
 * Sends what is due, several at a time, and comes back when nothing is left, the limit is reached, or the mail server is
 * away. One message that is slow or cannot be sent holds up no other.
 */
export async function sendWaiting({ limit = usualLimit, stopping = () => false, ...sender }: Run): Promise<RunReport> {
  const { app, worker } = sender;
  const lost = await buryLost({ db: app.db, now: app.clock.now() });
  for (const messageId of lost) app.log.warn({ messageId }, "a message may have been sent by a worker that is gone");
  const report = { taken: 0, lost: lost.length, away: false };
  const inHand = new Set<Promise<void>>();
  while (!stopping() && !report.away && report.taken < limit && (await isAnyDue(app))) {
    const free = Math.min(atOnce - inHand.size, limit - report.taken);
    const claimed = await claimMessages({ db: app.db, worker, now: app.clock.now(), limit: free });
    report.taken += claimed.length;
    for (const message of claimed) {
      const one = carry(sender, message).then((away) => {
        report.away ||= away;
        inHand.delete(one);
      });
      inHand.add(one);
    }
    // Others have taken what was due, or every place is in use.
    if (inHand.size >= atOnce || (claimed.length === 0 && inHand.size > 0)) await Promise.race(inHand);
    else if (claimed.length === 0) break;
  }
  await Promise.all(inHand);
  return report;
}

/** Sends one message and writes down how it ended; answers whether the mail server is away. Never rejects. */
async function carry(sender: Sender, claimed: Message): Promise<boolean> {
  const { app, onEnd } = sender;
  const sent = await sendMessage({ ...sender, message: claimed });
  if ("notBefore" in sent) return waitFor(app, claimed, sent);
  const { end, message, away } = sent;
  const told = { messageId: message.id, reason: message.reason, number: message.tries, state: end.state };
  const outcome = end.state === "sent" ? {} : { outcome: end.outcome, said: end.said };
  try {
    const own = await endTry({ db: app.db, message, end, now: app.clock.now() });
    if (own) onEnd?.(message, end);
    app.log[end.state === "dead" ? "warn" : "info"]({ ...told, ...outcome }, "a message was tried");
  } catch (error) {
    // It stays claimed and is given up as "may have been sent", which is what is known of it.
    app.log.error({ err: error, ...told }, "the end of a try could not be written down");
  }
  return away;
}

async function waitFor({ db, log }: AppContext, message: Message, notNow: NotNow): Promise<false> {
  try {
    await putBack({ db, message, ...notNow });
    log.info({ messageId: message.id, reason: message.reason, ...notNow }, "a message waits");
  } catch (error) {
    log.error({ err: error, messageId: message.id }, "a message could not be put back");
  }
  return false;
}

/** Asked with a read, so that an outbox with nothing to do costs no write. */
async function isAnyDue({ db, clock }: AppContext): Promise<boolean> {
  const some = await db.read
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.state, "waiting"), lte(messages.dueAt, clock.now())))
    .limit(1);
  return some.length > 0;
}
