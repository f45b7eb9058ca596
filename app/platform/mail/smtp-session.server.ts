import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { ComposedMail } from "./compose-mail.server.ts";
import { judgeFailure, type MailFailure, type MailOutcome, withoutAddresses } from "./mail-outcome.ts";

export type SmtpLimits = {
  /**
   * All in milliseconds: until connected, until greeted, without a sign of life; and for one mail from its first word on,
   * as for all that comes before the first mail: a server may give signs of life and no answer for ever.
   */
  connect: number;
  greeting: number;
  silence: number;
  mail: number;
};

type Server = { host: string; port: number; secure: boolean; user: string | null; password: string };
export type SmtpSession = Awaited<ReturnType<typeof openSession>>;

const tooLong = "The mail server took too long.";

/** What SMTP_URL names: `smtp://user:password@host:port`; `smtps` begins with TLS, `smtp` takes it when it is offered. */
export function readSmtpUrl(smtpUrl: string): Server {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    user: username ? decodeURIComponent(username) : null,
    password: decodeURIComponent(password),
  };
}

/** A connection that is greeted and signed in, for one mail at a time. Rejects with what went wrong. */
export async function openSession(server: Server, limits: SmtpLimits) {
  const connection = new SMTPConnection({
    ...{ host: server.host, port: server.port, secure: server.secure },
    connectionTimeout: limits.connect,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    socketCloseTimeout: 1000,
  });
  let broken = false;
  connection.on("error", () => {
    broken = true;
  });
  connection.once("end", () => {
    broken = true;
  });
  const { user } = server;
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(Object.assign(new Error(tooLong), { code: "ETIMEDOUT" })), limits.mail);
      connection.once("error", reject);
      connection.once("end", () => reject(new Error("The connection was closed.")));
      connection.connect((error) => {
        if (error) return reject(error);
        if (user === null) return resolve();
        connection.login({ user, credentials: { user, pass: server.password } }, (refused) =>
          refused ? reject(refused) : resolve(),
        );
      });
    });
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return {
    isUsable: () => !broken,
    send: (mail: ComposedMail) => send(connection, mail, limits.mail),
    close: () => connection.quit(),
  };
}

/** Never rejects. Whether the server may have the mail hangs on whether a byte of it was asked for. */
function send(connection: SMTPConnection, { envelope, raw }: ComposedMail, limit: number): Promise<MailOutcome> {
  let begun = false;
  // Read from only when the server has said that it waits for the mail.
  const stream = new Readable({
    read() {
      begun = true;
      this.push(raw);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const settle = (outcome: MailOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      settle(judgeFailure({ message: tooLong, code: "ETIMEDOUT" }, begun));
      connection.close();
    }, limit);
    connection.send({ ...envelope, size: raw.length }, stream, (error, info) => {
      if (error) return settle(judgeFailure(error as MailFailure, begun));
      settle({ kind: "sent", said: withoutAddresses(info.response ?? "") });
    });
  });
}
