import type { AppContext } from "#app/platform/app-context.ts";
import { openMailer } from "#app/platform/mail/open-mailer.server.ts";
import { landInDemo } from "./land-in-demo.server.ts";
import type { Carrier } from "./send-message.server.ts";

export type OpenCarrier = { carrier: Carrier; close: () => void };
export type MailWay = "smtp" | "demo" | "none";

/** Which way mail goes from here; `none`: it waits until there is one. */
export function mailWay({ smtpUrl, demo }: AppContext["env"]): MailWay {
  if (smtpUrl) return "smtp";
  return demo ? "demo" : "none";
}

/** Opens the way that mail goes; null when it waits. */
export function openCarrier(app: AppContext): OpenCarrier | null {
  const { smtpUrl } = app.env;
  if (smtpUrl) {
    const mailer = openMailer(smtpUrl);
    return { carrier: mailer.send, close: mailer.close };
  }
  return app.env.demo ? { carrier: landInDemo(app), close: () => {} } : null;
}
