import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Where mail goes, when it does not simply go out. */
export function MailWayNotice({ way, waiting }: { way: "smtp" | "demo" | "none"; waiting: number }) {
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
      <Link to={paths.demoMailbox()}>{t("way.demoLink")}</Link>
    </Notice>
  );
}
