import { useTranslation } from "react-i18next";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { StateIcon } from "#app/ui/state-pill.tsx";
import type { WorkRowData } from "./work-row.ts";

const noteColors = { info: "text-ink-3", warn: "text-warn", stop: "text-stop" };

/** What it came to: why it failed, its figures, and what whoever started it should read. */
export function WorkOutcome({ row: { state, failure, result, kind } }: { row: WorkRowData }) {
  const { t } = useTranslation("work");
  const { count } = useFigures();
  const counts = Object.entries(result?.counts ?? {});
  const notes = result?.notes ?? [];
  return (
    <>
      {state === "failed" && failure ? (
        <Notice tone="stop">
          <strong>{t(`failure.${failure.code}.title`)}</strong>
          <span>{failure.words ?? t(`failure.${failure.code}.text`)}</span>
        </Notice>
      ) : null}
      {state === "cancelled" ? (
        <Notice tone="warn">
          <strong>{t("cancelled.title")}</strong>
          <span>{t(kind === "nudges" ? "cancelled.nudges" : "cancelled.text")}</span>
        </Notice>
      ) : null}
      {counts.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2>{t(`result.${kind}`)}</h2>
          <dl className="facts">
            {counts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt>{t(`count.${name}`)}</dt>
                <dd className="whitespace-nowrap tabular-nums">{count(value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {notes.length > 0 ? (
        <section className="flex max-w-full flex-col gap-2">
          <h2>{t("notes")}</h2>
          <ul className="flex flex-col gap-1">
            {notes.map(({ tone, text }) => (
              <li key={text} className={`flex gap-2 ${noteColors[tone]}`}>
                <StateIcon tone={tone} />
                <span className="text-ink min-w-0">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
