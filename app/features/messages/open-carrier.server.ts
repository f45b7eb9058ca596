import type { AppContext } from "#app/platform/app-context.ts";
import { openMailer } from "#app/platform/mail/open-mailer.server.ts";
import { isDemoDatabase } from "../demo/is-demo-database.server.ts";
import { landInDemo } from "./land-in-demo.server.ts";
import type { Carrier } from "./send-message.server.ts";

export type OpenCarrier = {
  carrier: Carrier;
  close: () => void;
  /** What whoever runs this should know of the way; null when there is nothing to say. */
  remark: string | null;
};
export type MailWay = "smtp" | "demo" | "none";

/**
 * Which way mail goes from here; `none`: it waits until there is one. The people of a demo are invented and their
 * addresses may be somebody's: their mail leaves only where that is asked for in so many words.
 */
export async function mailWay({ db, env }: Pick<AppContext, "db" | "env">): Promise<MailWay> {
  const isDemo = env.demo || (await isDemoDatabase(db.read));
  if (isDemo && !(env.smtpUrl && env.demoSendsMail)) return "demo";
  return env.smtpUrl ? "smtp" : "none";
}

/** Opens the way that mail goes; null when it waits. */
export async function openCarrier(app: AppContext): Promise<OpenCarrier | null> {
  const { smtpUrl, demoSendsMail } = app.env;
  const way = await mailWay(app);
  if (way === "demo") {
    const remark = smtpUrl
      ? "This is a demo: mail stays in its mailbox although SMTP_URL is set. CLEARED_DEMO_SENDS_MAIL=1 would send it."
      : null;
    return { carrier: landInDemo(app), close: () => {}, remark };
  }
  if (!smtpUrl) return null;
  const mailer = openMailer(smtpUrl);
  const remark = demoSendsMail ? "CLEARED_DEMO_SENDS_MAIL is set: also the mail of a demo is really sent." : null;
  return { carrier: mailer.send, close: mailer.close, remark };
}
