import { useTranslation } from "react-i18next";
import type { ItemReport } from "#app/features/item-statistics/item-report.ts";
import { FactList } from "#app/ui/fact-list.tsx";
import { useFigures } from "./use-figures.ts";

export function ItemFacts({ report }: { report: ItemReport }) {
  const { t } = useTranslation("statistics");
  const { percent, decimal, count } = useFigures();
  const { figures, effectiveWeight, intendedWeight, answers } = report;
  const weights = { effective: percent(effectiveWeight), intended: percent(intendedWeight) };
  const facts: [string, string][] = [
    [t("table.facility"), percent(figures?.facility)],
    [t("table.discrimination"), decimal(figures?.discrimination)],
    [t("table.efficiency"), percent(figures?.efficiency)],
    [t("item.deviation"), percent(figures?.standardDeviation)],
    [t("item.weight"), t("item.weightText", weights)],
    [t("item.guess"), percent(figures?.guess)],
    [t("item.leftOpen"), percent(figures?.leftOpen)],
    [t("item.answers"), count(answers)],
  ];
  return (
    <section className="panel flex flex-col gap-4">
      <h2>{t("item.figures")}</h2>
      <FactList facts={facts} />
    </section>
  );
}
