import { useTranslation } from "react-i18next";
import { StepMark } from "#app/ui/step-row.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PersonPageData } from "./person.server.ts";
import { whyOpen } from "./why-open.ts";

/** The steps with their dates; what is left is what is missing, with what stands in the way. */
export function PersonPath({ path }: Pick<PersonPageData, "path">) {
  const { t } = useTranslation("team");
  const formats = useFormats();
  if (!path) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("person.path", { edition: path.edition })}</h2>
      <ol className="border-line border-t">
        {path.steps.map((step) => {
          const why = whyOpen(step, path.whyNotPassed, { t, formats });
          const minutes = t("person.minutes", { minutes: step.minutes });
          return (
            <li
              key={`${step.kind} ${step.id}`}
              className="border-line grid grid-cols-[24px_1fr] gap-x-3 border-b py-2.5"
            >
              <span className="pt-[3px]">
                <StepMark state={step.state} label={t(`person.step.${step.state}`)} />
              </span>
              <span className="flex min-w-0 flex-wrap justify-between gap-x-6">
                <span className={step.state === "done" ? "" : "font-semibold"}>{step.title}</span>
                <span className="text-ink-2">
                  {step.doneAt === null ? null : t("person.step.doneOn", { day: formats.day(step.doneAt) })}
                  {step.state === "next" ? `${t("person.step.next")} · ${minutes}` : null}
                  {step.state === "later" ? minutes : null}
                </span>
                {why ? <span className="text-ink-2 w-full">{why}</span> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
