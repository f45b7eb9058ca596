import { useTranslation } from "react-i18next";
import { nudgeEveryDays } from "#app/features/notices/nudge-refusal.ts";

/** Who gets no nudge, and why. */
export function NudgeRefused({ refused }: { refused: { id: string; name: string; refusal: string }[] }) {
  const { t } = useTranslation("notices");
  if (refused.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("nudge.refused", { count: refused.length })}</h2>
      <ul className="text-ink-2 flex flex-col gap-1">
        {refused.map(({ id, name, refusal }) => (
          <li key={id}>
            {name} · {t(`nudge.refusal.${refusal}`, { days: nudgeEveryDays })}
          </li>
        ))}
      </ul>
    </section>
  );
}
