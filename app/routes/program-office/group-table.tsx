import { useTranslation } from "react-i18next";
import { shareOf } from "#app/features/item-statistics/compare-shares.ts";
import type { GroupCount } from "#app/features/item-statistics/item-report.ts";
import { statisticsLimits } from "#app/features/item-statistics/statistics-limits.ts";
import { ScrollTable } from "./scroll-table.tsx";
import { useFigures } from "./use-figures.ts";

type Props = { title: string; column: string; groups: GroupCount[] };

export function GroupTable({ title, column, groups }: Props) {
  const { t } = useTranslation("statistics");
  const { percent, count } = useFigures();
  return (
    <section className="flex max-w-full flex-col gap-3">
      <h2>{title}</h2>
      <ScrollTable label={title} width="">
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col" className="number">
              {t("item.facility")}
            </th>
            <th scope="col" className="number">
              {t("item.answers")}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.name}>
              <th scope="row" className="font-normal">
                {group.name}
              </th>
              <td className="number">
                {group.answers < statisticsLimits.fewestAnswers ? t("table.few") : percent(shareOf(group))}
              </td>
              <td className="number">{count(group.answers)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}
