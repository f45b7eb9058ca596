import { useTranslation } from "react-i18next";
import { StepRow } from "#app/ui/step-row.tsx";
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
  const go = steps.some((step) => step.state === "done") ? "continue" : "start";
  const afterLessons = steps.some((step) => step.kind === "story") ? "path.afterStory" : "path.afterModules";
  return (
    <ol className="border-line border-t">
      {steps.map((step, index) => {
        if (onlyOpen && step.state === "done") return null;
        const at = step.state === "done" ? doneAt[stepKey(step)] : undefined;
        const closed = step.state === "later" && (step.kind === "assessment" || step.kind === "attestation");
        return (
          <StepRow
            key={stepKey(step)}
            state={step.state}
            label={t(`path.${step.state}`)}
            title={title(step, index)}
            href={closed ? null : step.href}
            note={
              <>
                {step.state === "next" && progress ? (
                  <span className="text-ink-2 block text-sm font-normal">{progress}</span>
                ) : null}
                {closed ? (
                  <span className="text-ink-3 block text-sm font-normal">
                    {t(step.kind === "assessment" ? afterLessons : "path.afterAssessment")}
                  </span>
                ) : null}
              </>
            }
            minutes={t("common:minutes", { count: step.minutes })}
            doneOn={at === undefined ? undefined : t("path.doneOn", { date: shortDay(at) })}
            go={{ text: t(`path.${go}`), label: t(`home.${go}`, { title: step.title }) }}
          />
        );
      })}
    </ol>
  );
}

function title(step: PathStep, index: number): string {
  return step.kind === "module" ? `${index + 1}. ${step.title}` : step.title;
}
