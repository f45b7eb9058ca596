import { useTranslation } from "react-i18next";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PersonPageData } from "./person.server.ts";

/** The steps with their dates; what is left is what is missing. */
export function PersonPath({ path }: Pick<PersonPageData, "path">) {
  const { t } = useTranslation("team");
  const { day } = useFormats();
  if (!path) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("person.path", { edition: path.edition })}</h2>
      <ol className="flex flex-col">
        {path.steps.map((step) => (
          <li
            key={`${step.kind} ${step.id}`}
            className="border-line flex flex-wrap justify-between gap-x-6 border-b py-2"
          >
            <span className={step.state === "next" ? "font-semibold" : ""}>{step.title}</span>
            <span className="text-ink-2">
              {step.doneAt === null
                ? t(`person.step.${step.state}`)
                : t("person.step.doneOn", { day: day(step.doneAt) })}
              {step.state === "done" ? null : ` · ${t("person.minutes", { minutes: step.minutes })}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
