import type { MessageContent } from "#app/platform/db.server.ts";
import { formatLocale, interfaceIn, localeFor } from "#app/platform/i18n.ts";
import { paths } from "#app/platform/paths.ts";
import { formatMoment } from "#app/ui/format-instant.ts";

type Mail = {
  firm: string;
  language: string;
  /** Empty when nobody said it. */
  givenName: string;
  /** Who invites; null for somebody who registers themselves. */
  inviter: string | null;
};

/** The mail with the link; the link is a secret, so it is blanked once the mail is sent. */
export function linkMail({ token, expiresAt, ...mail }: Mail & { token: string; expiresAt: number }): MessageContent {
  const { t, greeting, key, locale } = wordsOf(mail);
  const until = formatMoment(expiresAt, { locale, timeZone: "UTC" });
  return {
    subject: t(`joining:mail.${key}.subject`, mail),
    greeting,
    blocks: [
      { kind: "text", text: t(`joining:mail.${key}.text`, mail) },
      { kind: "action", label: t(`joining:mail.${key}.action`), path: paths.join(token), secret: true },
      { kind: "text", text: t("joining:mail.once", { until }) },
    ],
    reasonLine: t(`joining:mail.${key}.reason`, mail),
  };
}

/** The mail to an address whose owner is known already: it lets nobody in and names no firm but the asking one. */
export function knownAlreadyMail(mail: Mail): MessageContent {
  const { t, greeting, key } = wordsOf(mail);
  return {
    subject: t("joining:mail.known.subject"),
    greeting,
    blocks: [
      { kind: "text", text: t(`joining:mail.known.${key}`, mail) },
      { kind: "action", label: t("joining:mail.known.action"), path: paths.signIn() },
      { kind: "text", text: t("joining:mail.known.noPassword") },
    ],
    reasonLine: t(`joining:mail.${key}.reason`, mail),
  };
}

function wordsOf({ language, givenName, inviter }: Mail) {
  const locale = localeFor([language]);
  const { t } = interfaceIn(locale);
  // A name that anybody could have typed is not repeated to whom it may not belong.
  const greeting = givenName === "" || inviter === null ? null : t("joining:mail.greeting", { name: givenName });
  return { t, greeting, key: inviter === null ? "registered" : "invited", locale: formatLocale(locale, "GB") } as const;
}
