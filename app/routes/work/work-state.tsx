import { useTranslation } from "react-i18next";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import type { WorkRowData } from "./work-row.ts";

const tones: Record<WorkRowData["state"], Tone> = {
  waiting: "info",
  running: "info",
  done: "ok",
  failed: "stop",
  cancelled: "warn",
};

export function WorkStatePill({ row }: { row: Pick<WorkRowData, "state" | "stopping"> }) {
  const { t } = useTranslation("work");
  return <StatePill tone={tones[row.state]}>{t(row.stopping ? "state.stopping" : `state.${row.state}`)}</StatePill>;
}

/** How far it is, in words and as a bar; without a bar while nobody knows how much there is. */
export function WorkProgress({ row }: { row: Pick<WorkRowData, "state" | "done" | "total" | "phase"> }) {
  const { t } = useTranslation("work");
  const { count } = useFigures();
  if (row.state !== "running" && row.state !== "waiting") return null;
  const phase = row.phase === null ? t(`progress.${row.state}`) : t(`phase.${row.phase}`);
  const text = row.total > 0 ? t("progress.of", { phase, done: count(row.done), total: count(row.total) }) : phase;
  return (
    <div className="flex flex-col gap-1">
      <span>{text}</span>
      {row.total > 0 ? (
        <progress value={row.done} max={row.total} aria-label={phase} className="progress">
          {text}
        </progress>
      ) : null}
    </div>
  );
}

export function workTitle(t: (key: string, values?: Record<string, string>) => string, row: WorkRowData): string {
  return row.about === null ? t(`kind.${row.kind}`) : t("titled", { kind: t(`kind.${row.kind}`), about: row.about });
}
