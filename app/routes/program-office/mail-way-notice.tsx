import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { Notice } from "#app/ui/notice.tsx";

type MailWayNoticeProps = {
  way: "smtp" | "demo" | "none";
  /** Whether the mailbox of the demo can be opened here. */
  mailbox: boolean;
  waiting: number;
};

/** Where mail goes, when it does not simply go out. */
export function MailWayNotice({ way, mailbox, waiting }: MailWayNoticeProps) {
  const { t } = useTranslation("messages");
  if (way === "none") {
    return (
      <Notice tone="stop">
        <strong>{t("way.none")}</strong>
        <span>{t("way.noneText", { count: waiting })}</span>
      </Notice>
    );
  }
  if (way === "smtp") return null;
  return (
    <Notice tone="info">
      <span>{t("way.demo")}</span>
      {mailbox ? <Link to={paths.demoMailbox()}>{t("way.demoLink")}</Link> : null}
    </Notice>
  );
}
