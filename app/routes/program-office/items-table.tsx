import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AlarmKind } from "#app/features/item-statistics/item-report.ts";
import { paths } from "#app/platform/paths.ts";
import { StatePill } from "#app/ui/state-pill.tsx";
import { alarmTone } from "./alarm-tone.ts";
import { ScrollTable } from "./scroll-table.tsx";
import { useFigures } from "./use-figures.ts";

export type ItemRow = {
  id: string;
  clause: string;
  mustPass: boolean;
  answers: number;
  /** Null where there are too few answers. */
  figures: { facility: number; discrimination: number | null; efficiency: number | null } | null;
  alarms: AlarmKind[];
};

type Props = { rows: ItemRow[]; filter: { release: string; language: string | null; region: string | null } };

export function ItemsTable({ rows, filter }: Props) {
  const { t } = useTranslation("statistics");
  return (
    <ScrollTable label={t("table.scroll")} width="min-w-[46rem]">
      <thead>
        <tr>
          <th scope="col">{t("table.item")}</th>
          <th scope="col">{t("table.alarms")}</th>
          {(["facility", "discrimination", "efficiency", "answers"] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {t(`table.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} to={paths.itemStatisticsItem(row.id, filter)} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Row({ row, to }: { row: ItemRow; to: string }) {
  const { t } = useTranslation("statistics");
  const { percent, decimal, count } = useFigures();
  const { id, clause, mustPass, answers, figures, alarms } = row;
  return (
    <tr>
      <th scope="row">
        <Link to={to} reloadDocument className="font-semibold">
          {id}
        </Link>
        <span className="text-ink-3 block text-sm font-normal">
          {clause} {mustPass ? <span title={t("common:mustPassLong")}>{t("common:mustPass")}</span> : null}
        </span>
      </th>
      <td>
        {alarms.length === 0 ? <span className="text-ink-3">{t("table.noAlarm")}</span> : null}
        <ul className="flex flex-col items-start gap-1">
          {alarms.map((kind) => (
            <li key={kind}>
              <StatePill tone={alarmTone[kind]}>{t(`alarm.${kind}.title`)}</StatePill>
            </li>
          ))}
        </ul>
      </td>
      {figures ? (
        <>
          <td className="number">{percent(figures.facility)}</td>
          <td className="number">{decimal(figures.discrimination)}</td>
          <td className="number">{percent(figures.efficiency)}</td>
        </>
      ) : (
        <td colSpan={3} className="text-ink-3 text-center">
          {t("table.few")}
        </td>
      )}
      <td className="number">{count(answers)}</td>
    </tr>
  );
}
