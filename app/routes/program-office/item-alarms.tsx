import { useTranslation } from "react-i18next";
import type { Alarm } from "#app/features/item-statistics/item-report.ts";
import { Notice } from "#app/ui/notice.tsx";
import { alarmTone } from "./alarm-tone.ts";
import { useFigures } from "./use-figures.ts";

/** Each kind of alarm once, with everything that it was raised for and what to do about it. */
export function ItemAlarms({ alarms }: { alarms: Alarm[] }) {
  const { t } = useTranslation("statistics");
  const words = useAlarmWords();
  return (
    <section className="flex w-full max-w-[66ch] flex-col gap-3">
      <h2>{t("item.alarms")}</h2>
      {alarms.length === 0 ? <p className="text-ink-2">{t("item.noAlarms")}</p> : null}
      {[...Map.groupBy(alarms, ({ kind }) => kind)].map(([kind, raised]) => (
        <Notice key={kind} tone={alarmTone[kind]}>
          <strong>{t(`alarm.${kind}.title`)}</strong>
          {raised.map((alarm) => (
            <span key={`${alarm.why} ${alarm.values.choice ?? alarm.values.language}`}>{words(alarm)}</span>
          ))}
          <span>
            <b>{t("item.do")}</b> {t(`alarm.${kind}.do`)}
          </span>
        </Notice>
      ))}
    </section>
  );
}

function useAlarmWords() {
  const { t } = useTranslation("statistics");
  const { percent, decimal, count, language } = useFigures();
  const word = (name: string, value: string | number): string => {
    if (typeof value === "string") return name === "language" ? language(value) : value;
    if (name === "before" || name === "after") return count(value);
    return name === "discrimination" ? decimal(value) : percent(value);
  };
  return ({ kind, why, values }: Alarm): string => {
    const words: Record<string, string> = {};
    for (const [name, value] of Object.entries(values)) words[name] = word(name, value);
    return t(`alarm.${kind}.${why}`, words);
  };
}
