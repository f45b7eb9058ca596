import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { NoticesPageData } from "./notices.server.ts";
import { useFigures } from "./use-figures.ts";
import { useStepName } from "./use-step-name.ts";

/** Who did not get what, because it could not be written, and why. */
export function NoticesUnwritten({ unwritten }: NoticesPageData) {
  const { t } = useTranslation("notices");
  const { moment } = useFormats();
  const { count } = useFigures();
  const stepName = useStepName();
  return (
    <Notice tone="warn">
      <strong>{t("page.unwritten", { count: unwritten.length, shown: count(unwritten.length) })}</strong>
      <span>{t("page.unwrittenText")}</span>
      <ul className="flex flex-col gap-2 pt-1">
        {unwritten.map(({ toPersonId, toName, aboutName, step, said, at }) => (
          <li key={`${toPersonId} ${aboutName} ${step} ${at}`}>
            <a href={paths.messages({ person: toPersonId })}>{toName}</a>
            {": "}
            {t(aboutName === null ? "page.unwrittenLine" : "page.unwrittenAbout", {
              ...{ step: stepName(step), at: moment(at), name: aboutName },
            })}
            <span className="text-ink-2 block [overflow-wrap:anywhere]">{t("page.unwrittenSaid", { said })}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
