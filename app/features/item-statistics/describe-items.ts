import type { AnswerSheets } from "./answer-sheets.ts";
import { choiceShares } from "./choice-shares.ts";
import { findAlarms } from "./find-alarms.ts";
import { internalConsistency } from "./internal-consistency.ts";
import { itemFigures } from "./item-figures.ts";
import type { GroupCount, ItemReport, StatisticsReport, WindowCount } from "./item-report.ts";
import { statisticsLimits } from "./statistics-limits.ts";
import { type ItemTally, type SheetFilter, tallyAnswers } from "./tally-answers.ts";
import { startOfWeek } from "./week-of.ts";

/** Every figure and alarm of the items of a release, for everybody or for one language or region. */
export function describeItems(sheets: AnswerSheets, filter: SheetFilter): StatisticsReport {
  const tally = tallyAnswers(sheets, filter);
  const { attempts, questions } = tally.sums;
  const { windowDays } = tally;
  if (attempts < statisticsLimits.fewestAttempts) return { attempts, consistency: null, windowDays, items: [] };
  const figures = tally.items.map(({ table }) => itemFigures(table));
  // With one form for all, every item is asked in each of them and this is Moodle's sum over the items of the form.
  const influence = figures.reduce(
    (sum, one) => sum + (one ? (one.answers / attempts) * Math.sqrt(Math.max(0, one.covarianceWithTotal)) : 0),
    0,
  );
  const items = sheets.items.map((item, place): ItemReport => {
    const counted = tally.items[place] as ItemTally;
    const one = figures[place] ?? null;
    const answers = one?.answers ?? counted.table.counts.reduce((sum, count) => sum + count, 0);
    const enough = one !== null && answers >= statisticsLimits.fewestAnswers;
    const weighs = enough && influence > 0 && one.covarianceWithTotal >= 0;
    return {
      item,
      answers,
      figures: enough ? one : null,
      intendedWeight: attempts / questions,
      effectiveWeight: weighs ? Math.sqrt(one.covarianceWithTotal) / influence : null,
      choices: enough ? choiceShares(counted.table) : [],
      languages: named(sheets.languages, counted.languages),
      regions: named(sheets.regions, counted.regions),
      weeks: counted.weeks.map((week, number) => ({ ...week, startsAt: startOfWeek(tally.firstWeek + number) })),
      early: counted.early && windowOf(counted.early),
      late: counted.late && windowOf(counted.late),
      alarms: [],
    };
  });
  return { attempts, consistency: internalConsistency(tally.sums), windowDays, items: findAlarms(items) };
}

function named(names: readonly string[], counts: ItemTally["languages"]): GroupCount[] {
  return counts
    .map((count, number) => ({ name: names[number] ?? "", ...count }))
    .filter(({ answers }) => answers > 0)
    .sort((a, b) => b.answers - a.answers || (a.name < b.name ? -1 : 1));
}

function windowOf({ answers, right, times }: NonNullable<ItemTally["early"]>): WindowCount {
  const half = times.reduce((sum, count) => sum + count, 0) / 2;
  let before = 0;
  const median = times.findIndex((count) => {
    before += count;
    return count > 0 && before >= half;
  });
  return { answers, right, medianSeconds: median < 0 ? null : median };
}
