import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormats } from "#app/ui/use-formats.ts";
import { type PathStep, stepKey } from "./path-steps.ts";

type PathListProps = {
  steps: PathStep[];
  /** When steps were done, by `stepKey`. */
  doneAt?: Readonly<Record<string, number>>;
  /** Leaves out what is done; the numbers stay. */
  onlyOpen?: boolean;
  /** How far the next step is, in words. */
  progress?: string | undefined;
};

/** The way to certification as a task list: what is done, what is next, what follows. */
export function PathList({ steps, doneAt = {}, onlyOpen = false, progress }: PathListProps) {
  const { t } = useTranslation("learning");
  const { shortDay } = useFormats();
  const afterLessons = steps.some((step) => step.kind === "story") ? "path.afterStory" : "path.afterModules";
  return (
    <ol className="border-line border-t">
      {steps.map((step, index) => {
        if (onlyOpen && step.state === "done") return null;
        const next = step.state === "next";
        const at = step.state === "done" ? doneAt[stepKey(step)] : undefined;
        const closed = step.state === "later" && (step.kind === "assessment" || step.kind === "attestation");
        return (
          <li
            key={stepKey(step)}
            aria-current={next ? "step" : undefined}
            className={`grid grid-cols-[24px_1fr_auto] items-center gap-x-4 gap-y-2 border-b px-1 py-3.5 ${next ? "bg-accent-soft -mx-3 rounded-lg border-transparent px-4!" : "border-line"}`}
          >
            <StepMark state={step.state} label={t(`path.${step.state}`)} />
            <span className="min-w-0 font-[550]">
              {closed ? (
                title(step, index)
              ) : (
                <Link to={step.href} className="text-ink no-underline hover:underline">
                  {title(step, index)}
                </Link>
              )}
              {next && progress ? <span className="text-ink-2 block text-sm font-normal">{progress}</span> : null}
              {closed ? (
                <span className="text-ink-3 block text-sm font-normal">
                  {t(step.kind === "assessment" ? afterLessons : "path.afterAssessment")}
                </span>
              ) : null}
            </span>
            <span className="text-ink-3 flex flex-wrap items-center justify-end gap-x-4 gap-y-1 text-[0.92rem] whitespace-nowrap tabular-nums">
              <span className={next || at !== undefined ? "hidden sm:inline" : undefined}>
                {t("common:minutes", { count: step.minutes })}
              </span>
              {at === undefined ? null : <span>{t("path.doneOn", { date: shortDay(at) })}</span>}
              {next ? (
                <Link
                  to={step.href}
                  className="button button-small"
                  aria-label={t("home.continue", { title: step.title })}
                >
                  {t("path.continue")}
                </Link>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function title(step: PathStep, index: number): string {
  return step.kind === "module" ? `${index + 1}. ${step.title}` : step.title;
}

function StepMark({ state, label }: { state: PathStep["state"]; label: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" role="img" aria-label={label}>
      {state === "done" ? (
        <>
          <circle cx="9" cy="9" r="8.5" className="fill-ok" />
          <path d="M5.2 9.3l2.6 2.6 5-5.6" fill="none" className="stroke-paper" strokeWidth="2" strokeLinecap="round" />
        </>
      ) : (
        <circle
          cx="9"
          cy="9"
          r="7.5"
          fill="none"
          className={state === "next" ? "stroke-accent" : "stroke-ink-3"}
          strokeWidth="2"
        />
      )}
      {state === "next" ? <circle cx="9" cy="9" r="3.5" className="fill-accent" /> : null}
    </svg>
  );
}
