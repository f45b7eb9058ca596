import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { NextCheck } from "./check.server.ts";

/** When the next check opens, why, and how many are left. */
export function NextCheckRule({ next }: { next: NextCheck }) {
  const { t } = useTranslation("partner");
  const { moment } = useFormats();
  const { reason, availableAt, ...policy } = next;
  return (
    <>
      {reason === null ? null : (
        <Notice tone="info">
          <p className="font-semibold">{t(`check.next.${reason}`, { when: moment(availableAt) })}</p>
          <p>{t(`check.why.${reason}`, policy)}</p>
        </Notice>
      )}
      <p className="text-ink-2">{t("check.left", { ...policy, count: next.left })}</p>
    </>
  );
}
