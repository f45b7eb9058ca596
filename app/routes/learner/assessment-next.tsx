import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import { StatePill } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { NextAttempt } from "./assessment-next.server.ts";

/** The rule that keeps the next attempt closed, in one sentence, and why; then what is left to read. */
export function NextAttemptRule({ next }: { next: NextAttempt }) {
  const { t } = useTranslation("assessment");
  const { moment } = useFormats();
  const { reason, availableAt, lessons, ...policy } = next;
  const open = lessons.filter((lesson) => !lesson.done);
  const minutes = open.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const values = { ...policy, minutes, count: open.length, when: moment(availableAt) };
  const helper = next.helper ? t("helperManager", { name: next.helper }) : t("helperOffice");
  return (
    <>
      {reason === null ? null : (
        <Notice tone={reason === "COACH" || reason === "CAP" ? "warn" : "info"}>
          <p className="font-semibold">
            {t(reason === "REVIEW_FIRST" && availableAt !== null ? "next.REVIEW_AND_WAIT" : `next.${reason}`, values)}
          </p>
          <p>{t(`why.${reason}`, values)}</p>
          {reason === "REVIEW_FIRST" && availableAt !== null ? <p>{t("why.WAIT", values)}</p> : null}
          {reason !== "REVIEW_FIRST" && open.length > 0 ? <p>{t("reviewAlso", values)}</p> : null}
          <p>{t(next.coach ? `askCoach.${reason === "CAP" ? "later" : "now"}` : "askHelp", { helper })}</p>
        </Notice>
      )}
      <ReviewPath lessons={lessons} />
      <p className="text-ink-2">
        {t(next.place === next.number ? "left" : "leftVoided", { ...values, count: next.left })}
      </p>
    </>
  );
}

/** Just the lessons that teach what was missed, in their order, each with its state. */
function ReviewPath({ lessons }: Pick<NextAttempt, "lessons">) {
  const { t } = useTranslation("assessment");
  if (lessons.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("reviewPath.title")}</h2>
      <ol className="border-line border-t">
        {lessons.map(({ id, order, title, minutes, href, done }) => (
          <li key={id} className="border-line grid grid-cols-[1fr_auto] items-center gap-x-4 border-b py-3">
            <Link to={href}>
              {order}. {title}
            </Link>
            {done ? (
              <StatePill tone="ok">{t("reviewPath.done")}</StatePill>
            ) : (
              <span className="text-ink-3 whitespace-nowrap tabular-nums">
                {t("reviewPath.open", { minutes: t("common:minutes", { count: minutes }) })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
