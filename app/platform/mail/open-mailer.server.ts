import { type ComposedMail, composeMail, type Mail } from "./compose-mail.server.ts";
import { judgeFailure, type MailFailure, type MailOutcome, withoutAddresses } from "./mail-outcome.ts";
import { openSession, readSmtpUrl, type SmtpLimits, type SmtpSession } from "./smtp-session.server.ts";

export type Mailer = {
  /** Hands one mail over. Never rejects, and never tries twice: what may have been sent is said, not sent again. */
  send: (mail: Mail) => Promise<MailOutcome>;
  close: () => void;
};

const usual: SmtpLimits = { connect: 10_000, greeting: 15_000, silence: 60_000, mail: 120_000 };
/** A server may end a session that waits longer than this, or that has sent more. */
const idleMs = 10_000;
const mailsPerSession = 100;

/** Mail over SMTP with sessions that are used again; as many at a time as mails are handed over at a time. */
export function openMailer(smtpUrl: string, limits: Partial<SmtpLimits> = {}): Mailer {
  const server = readSmtpUrl(smtpUrl);
  const waits = { ...usual, ...limits };
  const idle: Idle[] = [];

  async function takeSession(): Promise<Idle> {
    for (let found = idle.pop(); found; found = idle.pop()) {
      clearTimeout(found.timer);
      if (found.session.isUsable()) return found;
    }
    return { session: await openSession(server, waits), sent: 0, timer: undefined };
  }

  function keepSession(used: Idle) {
    if (!used.session.isUsable() || used.sent >= mailsPerSession) return used.session.close();
    const kept: Idle = { ...used, timer: undefined };
    kept.timer = setTimeout(() => {
      idle.splice(idle.indexOf(kept), 1);
      kept.session.close();
    }, idleMs);
    idle.push(kept);
  }

  return {
    send: async (mail) => {
      let composed: ComposedMail;
      let taken: Idle;
      try {
        composed = await composeMail(mail);
      } catch (error) {
        return { kind: "refused", said: withoutAddresses(String(error)), mailbox: false };
      }
      try {
        taken = await takeSession();
      } catch (error) {
        return judgeFailure(error as MailFailure, false);
      }
      const outcome = await taken.session.send(composed);
      // After a refusal the session would have to be reset; a new one costs less than to be wrong about it.
      if (outcome.kind === "sent") keepSession({ ...taken, sent: taken.sent + 1 });
      else taken.session.close();
      return outcome;
    },
    close: () => {
      for (const { session, timer } of idle.splice(0)) {
        clearTimeout(timer);
        session.close();
      }
    },
  };
}

type Idle = { session: SmtpSession; sent: number; timer: NodeJS.Timeout | undefined };
