import { useTranslation } from "react-i18next";
import type { PersonNotices as Notices } from "#app/features/notices/get-person-notices.server.ts";
import { useStepName } from "#app/routes/program-office/use-step-name.ts";
import { useFormats } from "#app/ui/use-formats.ts";

/** What was sent about a person, and what comes next. */
export function PersonNotices({ notices }: { notices: Notices }) {
  const { t } = useTranslation("notices");
  const { moment, day } = useFormats();
  const stepName = useStepName();
  const { told, next } = notices;
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("person.title")}</h2>
      <p className="text-ink-2">
        {"none" in next ? t(`none.${next.none}`) : t("person.next", { step: stepName(next.step), day: day(next.at) })}
      </p>
      {told.length === 0 ? <p className="text-ink-2">{t("person.none")}</p> : null}
      <ul className="flex flex-col gap-1">
        {told.map(({ key, step, at, name, state }) => {
          const words = { name, at: moment(at), state: t(`person.state.${state}`) };
          if (step === "nudge") return <li key={key}>{t("person.nudge", words)}</li>;
          return (
            <li key={key}>{t(name === null ? "person.line" : "person.about", { ...words, step: stepName(step) })}</li>
          );
        })}
      </ul>
    </section>
  );
}
