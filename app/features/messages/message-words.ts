import type { MessageContent } from "#app/platform/db.server.ts";
import { interfaceIn, localeFor } from "#app/platform/i18n.ts";

/** A message with everything that is written into a mail besides its content. */
export type WordedMessage = {
  content: MessageContent;
  /** Where paths lead, without a trailing slash. */
  origin: string;
  /** Of the mail: for `lang`, and the direction of its script. */
  lang: string;
  dir: "ltr" | "rtl";
  /** Stands for a secret link that is kept no more. */
  linkGone: string;
  /** Below the reason line: whether such mail can be refused. */
  choice: string;
  /** Where it can be refused; null where it cannot. */
  choicePath: string | null;
  sender: string;
};

type Given = {
  content: MessageContent;
  language: string;
  optional: boolean;
  origin: string;
  choicePath: string | null;
};

export function messageWords({ content, language, optional, origin, choicePath }: Given): WordedMessage {
  const { t, language: lang, dir } = interfaceIn(localeFor([language]));
  return {
    ...{ content, origin, lang, dir: dir() },
    linkGone: t("messages:mail.linkGone"),
    choice: t(optional ? "messages:mail.optional" : "messages:mail.mandatory"),
    choicePath: optional ? choicePath : null,
    sender: t("common:product"),
  };
}
