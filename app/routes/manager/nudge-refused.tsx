import { useTranslation } from "react-i18next";
import { nudgeWindowDays } from "#app/features/notices/nudge-refusal.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";

type Refused = { id: string; name: string; refusal: string };

/** More than so many are listed by reason, and opened where somebody wants to know. */
const mostNamed = 20;

/** Who gets no nudge, and why. */
export function NudgeRefused({ refused }: { refused: Refused[] }) {
  const { t } = useTranslation("notices");
  const { count } = useFigures();
  if (refused.length === 0) return null;
  const why = (refusal: string) => t(`nudge.refusal.${refusal}`, { days: nudgeWindowDays });
  const reasons = [...new Set(refused.map(({ refusal }) => refusal))];
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("nudge.refused", { count: refused.length, shown: count(refused.length) })}</h2>
      {refused.length > mostNamed ? (
        reasons.map((reason) => {
          const people = refused.filter(({ refusal }) => refusal === reason);
          return (
            <details key={reason}>
              <summary>{t("nudge.refusedFor", { reason: why(reason), shown: count(people.length) })}</summary>
              <ul className="text-ink-2 flex flex-col gap-1 py-2">
                {people.map(({ id, name }) => (
                  <li key={id}>{name}</li>
                ))}
              </ul>
            </details>
          );
        })
      ) : (
        <ul className="text-ink-2 flex flex-col gap-1">
          {refused.map(({ id, name, refusal }) => (
            <li key={id}>
              {name} · {why(refusal)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
