import type { AnswerSheets } from "./answer-sheets.ts";
import type { Count } from "./compare-shares.ts";
import type { ConsistencySums } from "./internal-consistency.ts";
import type { RestTable } from "./item-figures.ts";
import { statisticsLimits } from "./statistics-limits.ts";
import { weekOf } from "./week-of.ts";

/** Whose answers are meant; null for everybody's. */
export type SheetFilter = { language: string | null; region: string | null };

/** Answer times are counted up to this; who takes longer has done something else meanwhile. */
const mostSeconds = 600;

type TimedCount = Count & { times: Uint32Array };

export type ItemTally = {
  table: RestTable;
  /** By number of the language and of the region, everybody of the other filter. */
  languages: Count[];
  regions: Count[];
  /** By week since the first. */
  weeks: Count[];
  /** The first and the last days of the attempts; null where they lie too close together. */
  early: TimedCount | null;
  late: TimedCount | null;
};

export type Tally = {
  items: ItemTally[];
  sums: ConsistencySums;
  firstWeek: number;
  windowDays: number | null;
};

const dayMs = 86_400_000;
const none = (): Count => ({ answers: 0, right: 0 });
const noneTimed = (): TimedCount => ({ ...none(), times: new Uint32Array(mostSeconds + 1) });

/** Counts everything that the figures are made of, in two passes over the answers. */
export function tallyAnswers(sheets: AnswerSheets, filter: SheetFilter): Tally {
  const chosen = chooseSheets(sheets, filter);
  const period = periodOf(sheets, chosen.both);
  const keys = sheets.items.map((item) => [false, ...item.choices.map((choice) => choice.correct)]);
  const longest = longestForm(sheets);
  const items = keys.map((right): ItemTally => {
    const table = { width: right.length, counts: new Uint32Array(longest * right.length), right };
    return {
      table,
      languages: sheets.languages.map(none),
      regions: sheets.regions.map(none),
      weeks: Array.from({ length: period.weeks }, none),
      early: period.windowDays === null ? null : noneTimed(),
      late: period.windowDays === null ? null : noneTimed(),
    };
  });
  for (let sheet = 0; sheet < sheets.count; sheet++) {
    const inLanguage = chosen.language[sheet] === 1;
    const inRegion = chosen.region[sheet] === 1;
    if (!inLanguage && !inRegion) continue;
    const [from, to] = [sheets.starts[sheet] as number, sheets.starts[sheet + 1] as number];
    const total = marksOf(sheets, keys, from, to);
    const at = sheets.submittedAt[sheet] as number;
    const week = weekOf(at) - period.firstWeek;
    for (let n = from; n < to; n++) {
      const place = sheets.item[n] as number;
      const choice = sheets.choice[n] as number;
      const tally = items[place] as ItemTally;
      const right = keys[place]?.[choice] ? 1 : 0;
      if (inRegion) add(tally.languages[sheets.language[sheet] as number], right);
      if (inLanguage) add(tally.regions[sheets.region[sheet] as number], right);
      if (!inLanguage || !inRegion) continue;
      const cell = (total - right) * tally.table.width + choice;
      tally.table.counts[cell] = (tally.table.counts[cell] as number) + 1;
      add(tally.weeks[week], right);
      if (at < period.earlyUntil) addTimed(tally.early, right, choice, sheets.seconds[n] as number);
      if (at >= period.lateFrom) addTimed(tally.late, right, choice, sheets.seconds[n] as number);
    }
  }
  const { firstWeek, windowDays } = period;
  return { items, firstWeek, windowDays, sums: sumConsistency(sheets, { keys, chosen: chosen.both, items }) };
}

function sumConsistency(
  sheets: AnswerSheets,
  { keys, chosen, items }: { keys: readonly boolean[][]; chosen: readonly number[]; items: readonly ItemTally[] },
): ConsistencySums {
  const means = items.map(({ table }) => meanOf(table));
  const sums = { attempts: 0, questions: 0, pairs: 0, score: 0, score2: 0, own: 0, together: 0 };
  for (const sheet of chosen) {
    const [from, to] = [sheets.starts[sheet] as number, sheets.starts[sheet + 1] as number];
    const k = to - from;
    if (k === 0) continue;
    let total = 0;
    let own = 0;
    let together = 0;
    for (let n = from; n < to; n++) {
      const place = sheets.item[n] as number;
      const mark = keys[place]?.[sheets.choice[n] as number] ? 1 : 0;
      const distance = mark - (means[place] as number);
      total += mark;
      own += distance * distance;
      together += distance;
    }
    sums.attempts += 1;
    sums.questions += k;
    sums.pairs += k * (k - 1);
    sums.score += total / k;
    sums.score2 += (total / k) ** 2;
    sums.own += own;
    sums.together += together * together;
  }
  return sums;
}

function chooseSheets(sheets: AnswerSheets, { language, region }: SheetFilter) {
  const languages = language === null ? null : sheets.languages.indexOf(language);
  const regions = region === null ? null : sheets.regions.indexOf(region);
  const inLanguage = sheets.language.map((number) => (languages === null || number === languages ? 1 : 0));
  const inRegion = sheets.region.map((number) => (regions === null || number === regions ? 1 : 0));
  const both: number[] = [];
  for (let sheet = 0; sheet < sheets.count; sheet++) if (inLanguage[sheet] && inRegion[sheet]) both.push(sheet);
  return { language: inLanguage, region: inRegion, both };
}

/** The weeks that the attempts lie in, and where the early ones end and the late ones begin. */
function periodOf(sheets: AnswerSheets, chosen: readonly number[]) {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const sheet of chosen) {
    const at = sheets.submittedAt[sheet] as number;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  if (chosen.length === 0) return { firstWeek: 0, weeks: 0, windowDays: null, earlyUntil: 0, lateFrom: 0 };
  const { windowDays: widest, fewestDays } = statisticsLimits.leakDrift;
  const days = (last - first) / dayMs;
  const firstWeek = weekOf(first);
  const weeks = weekOf(last) - firstWeek + 1;
  if (days < fewestDays) return { firstWeek, weeks, windowDays: null, earlyUntil: first, lateFrom: last + 1 };
  const windowDays = Math.min(widest, days / 2);
  return { firstWeek, weeks, windowDays, earlyUntil: first + windowDays * dayMs, lateFrom: last - windowDays * dayMs };
}

function longestForm({ starts, count }: AnswerSheets): number {
  let longest = 1;
  for (let sheet = 0; sheet < count; sheet++)
    longest = Math.max(longest, (starts[sheet + 1] as number) - (starts[sheet] as number));
  return longest;
}

function marksOf(sheets: AnswerSheets, keys: readonly boolean[][], from: number, to: number): number {
  let total = 0;
  for (let n = from; n < to; n++) if (keys[sheets.item[n] as number]?.[sheets.choice[n] as number]) total += 1;
  return total;
}

function meanOf({ width, counts, right }: RestTable): number {
  let answers = 0;
  let marks = 0;
  counts.forEach((people, cell) => {
    answers += people;
    if (right[cell % width]) marks += people;
  });
  return answers > 0 ? marks / answers : 0;
}

function add(count: Count | undefined, right: number): void {
  if (!count) return;
  count.answers += 1;
  count.right += right;
}

function addTimed(count: TimedCount | null, right: number, choice: number, seconds: number): void {
  if (!count) return;
  add(count, right);
  if (choice === 0) return;
  const second = Math.min(mostSeconds, seconds);
  count.times[second] = (count.times[second] as number) + 1;
}
