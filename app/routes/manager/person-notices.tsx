import { useTranslation } from "react-i18next";
import type { PersonNotices as Notices } from "#app/features/notices/get-person-notices.server.ts";
import { paths } from "#app/platform/paths.ts";
import { useStepName } from "#app/routes/program-office/use-step-name.ts";
import { useFormats } from "#app/ui/use-formats.ts";

type PersonNoticesProps = { notices: Notices; employeeId: string; mayNudge: boolean };

/** What was sent about a person, what comes next, and a nudge. */
export function PersonNotices({ notices, employeeId, mayNudge }: PersonNoticesProps) {
  const { t } = useTranslation("notices");
  const { moment, day } = useFormats();
  const stepName = useStepName();
  const { told, next, mayBeNudged } = notices;
  return (
    <section className="flex flex-col items-start gap-2">
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
      {mayNudge && mayBeNudged ? (
        <a href={paths.nudge([employeeId])} className="button button-small button-quiet">
          {t("person.button")}
        </a>
      ) : null}
    </section>
  );
}
