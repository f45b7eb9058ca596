import { useTranslation } from "react-i18next";
import type { PartnerStep } from "#app/features/attendance/partner-path.ts";
import { StepRow } from "#app/ui/step-row.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

/** How far a replay that was begun is watched. */
export type ReplayProgress = {
  share: number;
  /** Numbers of mandatory chapters that are not watched whole, counted from 1. */
  chaptersNeeded: number[];
  questionsLeft: number;
};

type PartnerPathListProps = {
  steps: PartnerStep[];
  /** By replay; of those that are begun. */
  progress?: Readonly<Record<string, ReplayProgress>>;
  /** When steps were done, by their id. */
  doneAt?: Readonly<Record<string, number>>;
};

const states = { done: "done", next: "next", open: "later", closed: "later" } as const;

/** The way to the certificate of attendance as a task list. */
export function PartnerPathList({ steps, progress = {}, doneAt = {} }: PartnerPathListProps) {
  const { t } = useTranslation("partner");
  const { shortDay } = useFormats();
  const begun = steps.some(({ id, state }) => state === "done" || progress[id] !== undefined);
  const go = begun ? "continue" : "start";
  return (
    <ol className="border-line border-t">
      {steps.map(({ id, kind, title, minutes, href, state }) => {
        const at = doneAt[id];
        const seen = kind === "replay" && state !== "done" ? progress[id] : undefined;
        return (
          <StepRow
            key={`${kind} ${id}`}
            state={states[state]}
            label={t(`learning:path.${states[state]}`)}
            title={title}
            href={state === "closed" ? null : href}
            note={
              <>
                {seen ? <SeenSoFar seen={seen} /> : null}
                {state === "closed" ? (
                  <span className="text-ink-3 block text-sm font-normal">
                    {t(kind === "check" ? "path.afterReplays" : "path.afterAll")}
                  </span>
                ) : null}
              </>
            }
            minutes={t("common:minutes", { count: minutes })}
            doneOn={at === undefined ? undefined : t("learning:path.doneOn", { date: shortDay(at) })}
            go={{ text: t(`learning:path.${go}`), label: t(`home.${go}`, { title }) }}
          />
        );
      })}
    </ol>
  );
}

function SeenSoFar({ seen }: { seen: ReplayProgress }) {
  const { t } = useTranslation("partner");
  const { list } = useFormats();
  const chapters = { count: seen.chaptersNeeded.length, chapters: list(seen.chaptersNeeded.map(String)) };
  return (
    <span className="text-ink-2 block text-sm font-normal">
      {t("path.watched", { share: Math.floor(seen.share * 100) })}{" "}
      {seen.chaptersNeeded.length > 0 ? `${t("path.chapters", chapters)} ` : null}
      {seen.questionsLeft > 0 ? t("path.questions", { count: seen.questionsLeft }) : null}
    </span>
  );
}
