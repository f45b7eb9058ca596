import { getItemStatistics } from "#app/features/item-statistics/get-item-statistics.server.ts";
import type { ItemReport, StatisticsReport } from "#app/features/item-statistics/item-report.ts";
import { listMeasuredReleases, releaseToShow } from "#app/features/item-statistics/list-measured-releases.server.ts";
import { sortByAlarm } from "#app/features/item-statistics/sort-by-alarm.ts";
import { statisticsLimits } from "#app/features/item-statistics/statistics-limits.ts";
import { writeStatisticsCsv } from "#app/features/item-statistics/write-statistics-csv.ts";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import { type Command, UsageError } from "../command.ts";

export const itemsStatisticsCommand: Command = {
  name: "items statistics",
  usage: "[--release ID] [--language TAG] [--region NAME] [--csv]",
  summary: "Shows how each item of the assessment works, from first attempts: facility, discrimination, alarms.",
  options: {
    release: { type: "string" },
    language: { type: "string" },
    region: { type: "string" },
    csv: { type: "boolean" },
  },
  positionals: [0, 0],
  run: async ({ app, values, output }) => {
    if (values.csv && output.json) throw new UsageError("Give either --csv or --json.");
    const { db, clock } = await app();
    const releaseId =
      textOf(values.release) ?? releaseToShow(await listMeasuredReleases(db.read, { programId: defaultProgramId }))?.id;
    if (!releaseId) {
      output.error('Nothing is published yet. Run "cleared content publish" first.');
      return 1;
    }
    const filter = { language: textOf(values.language), region: textOf(values.region) };
    const { report } = await getItemStatistics({ db, clock }, { releaseId, ...filter });
    const items = sortByAlarm(report.items);
    output.record({ type: "assessment", release: releaseId, ...filter, ...wholeOf(report) });
    for (const item of items) output.record({ type: "item", ...recordOf(item) });
    if (values.csv) {
      output.line(writeStatisticsCsv(items).trimEnd());
      return 0;
    }
    for (const line of linesOf(report, items)) output.line(line);
    return 0;
  },
};

function textOf(value: string | boolean | string[] | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function wholeOf({ attempts, consistency }: StatisticsReport) {
  return { ...consistency, attempts };
}

function recordOf({ item, answers, figures, effectiveWeight, alarms }: ItemReport) {
  const { id, clause, mustPass, difficulty } = item;
  return { id, clause, mustPass, difficulty, ...figures, answers, effectiveWeight, alarms };
}

function linesOf({ attempts, consistency }: StatisticsReport, items: ItemReport[]): string[] {
  if (!consistency) {
    const least = statisticsLimits.fewestAttempts;
    return [`${attempts} first attempts: too few to say anything. Figures are shown from ${least} on.`];
  }
  const { coefficient, standardError, verdict, mean } = consistency;
  const longest = Math.max(...items.map(({ item }) => item.id.length));
  return [
    `${attempts} first attempts, mean score ${percent(mean)}.`,
    `Internal consistency ${percent(coefficient)} (${verdict}), standard error of a score ${percent(standardError)}.`,
    "",
    `${"item".padEnd(longest)}  answers  facility  discrimination  efficiency  alarms`,
    ...items.map(({ item, answers, figures, alarms }) => {
      const name = `${item.id.padEnd(longest)}  ${String(answers).padStart(7)}`;
      if (!figures) return `${name}  too few answers`;
      const { facility, discrimination, efficiency } = figures;
      const kinds = [...new Set(alarms.map(({ kind }) => kind))].join(", ");
      const decimal = (discrimination ?? Number.NaN).toFixed(2);
      return `${name}  ${percent(facility).padStart(8)}  ${decimal.padStart(14)}  ${percent(efficiency).padStart(10)}  ${kinds}`;
    }),
  ];
}

function percent(share: number | null): string {
  return share === null ? "-" : `${(share * 100).toFixed(1)} %`;
}
