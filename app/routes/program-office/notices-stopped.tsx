import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { NoticesPageData } from "./notices.server.ts";
import { NoticesCuts } from "./notices-cuts.tsx";
import { useFigures } from "./use-figures.ts";

type NoticesStoppedProps = { run: NoticesPageData["stopped"][number] } & Pick<
  NoticesPageData["settings"],
  "enabled" | "policy"
>;

/** A run that waits: what it would send, and the button that sends it, which takes that reminders are on. */
export function NoticesStopped({ run, enabled, policy }: NoticesStoppedProps) {
  const { t } = useTranslation("notices");
  const { moment } = useFormats();
  const { count, percent } = useFigures();
  const shown = { count: run.planned, shown: count(run.planned) };
  return (
    <section className="flex flex-col gap-4">
      <Notice tone="warn">
        <strong>{t("page.waiting", shown)}</strong>
        <span>
          {t("page.waitingText", {
            ...{ at: moment(run.startedAt), population: count(run.population), share: percent(policy.blastShare) },
          })}
        </span>
        {enabled ? (
          <Form method="post" reloadDocument className="pt-2">
            <input type="hidden" name="run" value={run.id} />
            <button type="submit" name="intent" value="confirm" className="button">
              {t("page.confirm", shown)}
            </button>
          </Form>
        ) : (
          <span>{t("page.waitingOff")}</span>
        )}
      </Notice>
      {run.summary ? <NoticesCuts summary={run.summary} /> : null}
    </section>
  );
}
