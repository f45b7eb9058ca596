import { type Count, shareOf, twoProportionZ, upperTail } from "./compare-shares.ts";
import type { Alarm, AlarmKind, GroupCount, ItemReport } from "./item-report.ts";
import { statisticsLimits } from "./statistics-limits.ts";

/** The most urgent first. */
export const alarmKinds: readonly AlarmKind[] = [
  "mis-keyed",
  "translation-gap",
  "leak-drift",
  "no-information",
  "dead-distractor",
];

/** Each item with its alarms. What compares many items or groups is held to a bound for all comparisons together. */
export function findAlarms(items: readonly ItemReport[]): ItemReport[] {
  const gaps = items.map((item) => comparableLanguages(item));
  const usualGap = usualGaps(gaps.flat());
  const comparisons = { gaps: gaps.flat().length, drifts: items.filter((item) => drift(item)).length };
  const usualRise = meanRise(items);
  return items.map((item, place) => {
    const wrongKey = misKeyed(item);
    const leaked = leakDrift(item, { usualRise, comparisons: comparisons.drifts });
    const untranslated = translationGaps(gaps[place] ?? [], { usualGap, comparisons: comparisons.gaps });
    const alarms = [
      ...wrongKey,
      // Countries, and with them languages, come one after the other: what changed with time differs by language too.
      ...(leaked.length > 0 ? [] : untranslated),
      ...leaked,
      // An item that sorts people the wrong way round has no efficiency either; once is enough.
      ...noInformation(item).filter(({ why }) => why !== "efficiency" || wrongKey.length === 0),
      ...deadDistractors(item),
    ];
    return { ...item, alarms };
  });
}

/** Strong people get it wrong more often than weak ones, or prefer one wrong choice to the key. */
function misKeyed({ figures, choices, item }: ItemReport): Alarm[] {
  const { fewestAnswers, standardErrors } = statisticsLimits.misKeyed;
  if (!figures || figures.answers < fewestAnswers) return [];
  const strong = figures.answers / 3;
  const key = item.choices.reduce((sum, choice, n) => sum + (choice.correct ? (choices[n + 1]?.top ?? 0) : 0), 0);
  for (const [n, choice] of item.choices.entries()) {
    const share = choices[n + 1]?.top ?? 0;
    const error = Math.sqrt((share + key) / strong);
    if (!choice.correct && share - key > standardErrors * error)
      return [{ kind: "mis-keyed", why: "strong-choose", values: { choice: choice.id, share, key } }];
  }
  const discrimination = figures.discrimination ?? 0;
  if (discrimination * Math.sqrt(figures.answers) < -standardErrors)
    return [{ kind: "mis-keyed", why: "negative", values: { discrimination } }];
  return [];
}

/** Nearly everybody is right, nearly nobody is, or being right says nothing about the rest of the form. */
function noInformation({ figures }: ItemReport): Alarm[] {
  const { fewestAnswers, facilityAbove, facilityBelow, efficiencyBelow } = statisticsLimits.noInformation;
  if (!figures || figures.answers < fewestAnswers) return [];
  const { facility, efficiency } = figures;
  if (facility > facilityAbove) return [{ kind: "no-information", why: "easy", values: { facility } }];
  if (facility < facilityBelow) return [{ kind: "no-information", why: "hard", values: { facility } }];
  if (efficiency === null || efficiency < efficiencyBelow)
    return [{ kind: "no-information", why: "efficiency", values: { efficiency: efficiency ?? 0 } }];
  return [];
}

/** Wrong choices that hardly anybody takes, although there are wrong answers to share out. */
function deadDistractors({ figures, choices, item }: ItemReport): Alarm[] {
  const limits = statisticsLimits.deadDistractor;
  if (!figures || figures.answers < limits.fewestAnswers) return [];
  const wrong = item.choices.flatMap((choice, n) =>
    choice.correct ? [] : [{ id: choice.id, share: choices[n + 1]?.overall ?? 0 }],
  );
  const wrongShare = wrong.reduce((sum, { share }) => sum + share, 0);
  if (wrongShare * figures.answers < limits.fewestWrong) return [];
  const bound = Math.min(limits.shareBelow, (limits.evenShareBelow * wrongShare) / wrong.length);
  return wrong
    .filter(({ share }) => share < bound)
    .map(({ id, share }) => ({ kind: "dead-distractor", why: "unused", values: { choice: id, share } }));
}

type Gap = { language: string; here: Count; others: Count };
const gapOf = ({ here, others }: Gap): number => shareOf(here) - shareOf(others);

function comparableLanguages({ languages }: ItemReport): Gap[] {
  const all = sumOf(languages);
  return languages.flatMap((here) => {
    const others = { answers: all.answers - here.answers, right: all.right - here.right };
    const enough = Math.min(here.answers, others.answers) >= statisticsLimits.fewestAnswers;
    return enough ? [{ language: here.name, here, others }] : [];
  });
}

/** How far a language lies from the others over all items: people differ, and that is no fault of a translation. */
function usualGaps(gaps: readonly Gap[]): Map<string, number> {
  const byLanguage = Map.groupBy(gaps, ({ language }) => language);
  return new Map(
    [...byLanguage].map(([language, of]) => {
      const answers = of.reduce((sum, gap) => sum + gap.here.answers, 0);
      return [language, of.reduce((sum, gap) => sum + gapOf(gap) * gap.here.answers, 0) / answers];
    }),
  );
}

function translationGaps(
  gaps: readonly Gap[],
  { usualGap, comparisons }: { usualGap: ReadonlyMap<string, number>; comparisons: number },
): Alarm[] {
  const { leastGap, significance } = statisticsLimits.translationGap;
  return gaps.flatMap((one): Alarm[] => {
    const gap = gapOf(one);
    const beyond = gap - (usualGap.get(one.language) ?? 0);
    const chance = 2 * upperTail(Math.abs(twoProportionZ(one.here, one.others)));
    const large = Math.abs(gap) >= leastGap && Math.abs(beyond) >= leastGap && gap * beyond > 0;
    if (!large || chance >= significance / comparisons) return [];
    const values = { language: one.language, facility: shareOf(one.here), others: shareOf(one.others) };
    return [{ kind: "translation-gap", why: gap < 0 ? "harder" : "easier", values }];
  });
}

type Drift = { early: Count; late: Count };

function drift({ early, late }: ItemReport): Drift | null {
  const least = statisticsLimits.fewestAnswers;
  return early && late && early.answers >= least && late.answers >= least ? { early, late } : null;
}

/** The rise of all items together: later people may simply be better prepared. */
function meanRise(items: readonly ItemReport[]): number {
  const drifts = items.flatMap((item) => drift(item) ?? []);
  if (drifts.length === 0) return 0;
  return shareOf(sumOf(drifts.map(({ late }) => late))) - shareOf(sumOf(drifts.map(({ early }) => early)));
}

function leakDrift(item: ItemReport, given: { usualRise: number; comparisons: number }): Alarm[] {
  const { leastRise, leastFaster, significance } = statisticsLimits.leakDrift;
  const found = drift(item);
  if (!found) return [];
  const { early, late } = found;
  const rise = shareOf(late) - shareOf(early);
  const chance = upperTail(twoProportionZ(late, early));
  if (Math.min(rise, rise - given.usualRise) < leastRise || chance >= significance / given.comparisons) return [];
  const [before, after] = [item.early?.medianSeconds ?? 0, item.late?.medianSeconds ?? 0];
  const faster = after < before * (1 - leastFaster);
  const values = { early: shareOf(early), late: shareOf(late), before, after };
  return [{ kind: "leak-drift", why: faster ? "rise-and-faster" : "rise", values }];
}

function sumOf(counts: readonly (Count | GroupCount)[]): Count {
  return {
    answers: counts.reduce((sum, { answers }) => sum + answers, 0),
    right: counts.reduce((sum, { right }) => sum + right, 0),
  };
}
