import { useTranslation } from "react-i18next";
import type { InternalConsistency } from "#app/features/item-statistics/internal-consistency.ts";
import { FactList } from "#app/ui/fact-list.tsx";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFigures } from "./use-figures.ts";

const tones: Record<InternalConsistency["verdict"], Tone> = {
  good: "ok",
  fair: "info",
  poor: "warn",
  "too-alike": "info",
};

export function WholeAssessment({ consistency }: { consistency: InternalConsistency }) {
  const { t } = useTranslation("statistics");
  const { percent, count } = useFigures();
  const { attempts, mean, standardDeviation, coefficient, standardError, acrossForms, verdict } = consistency;
  const facts: [string, string][] = [
    [t("whole.attempts"), count(attempts)],
    [t("whole.mean"), percent(mean)],
    [t("whole.spread"), percent(standardDeviation)],
    [t("whole.consistency"), percent(coefficient)],
    [t("whole.error"), percent(standardError)],
    [t("whole.across"), percent(acrossForms)],
  ];
  return (
    <section className="panel flex flex-col items-start gap-4">
      <h2>{t("whole.title")}</h2>
      <FactList facts={facts} />
      <StatePill tone={tones[verdict]}>{t(`whole.${verdict}`)}</StatePill>
    </section>
  );
}
