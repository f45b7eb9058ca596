import { useTranslation } from "react-i18next";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { StatePill } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PersonPageData } from "./person.server.ts";

/** The recorded webinars that the person has opened. */
export function PersonReplays({ replays }: Pick<PersonPageData, "replays">) {
  const { t } = useTranslation("team");
  const { percent } = useFigures();
  const { day } = useFormats();
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("person.replays")}</h2>
      {replays.length === 0 ? <p className="text-ink-2">{t("person.noReplays")}</p> : null}
      <ul className="flex flex-col">
        {replays.map(({ id, title, share, complete, completedAt }) => (
          <li key={id} className="border-line flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b py-2">
            <span>{title}</span>
            {complete ? (
              <StatePill tone="ok">{t("person.replayDone", { day: day(completedAt) })}</StatePill>
            ) : (
              <span className="text-ink-2">{t("person.replayShare", { share: percent(share) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
