/** Least and most, both allowed. */
export type Range = readonly [least: number, most: number];

/** What authors are held to. Everything that may be tuned for a program's content stands here. */
export const contentLimits = {
  scenario: {
    situationWords: [50, 110],
    feedbackWords: [25, 60],
    choices: { single: [3, 4], multiple: [4, 5], ordering: [3, 6] },
  },
  item: { situationWords: [40, 90], feedbackWords: [20, 50], choices: [3, 4] },
  bank: {
    itemsPerClause: 1,
    itemsPerMustPassClause: 2,
    /** How many times the length of a form the bank holds at least. */
    timesForm: 1.5,
    /** How far above chance, in standard errors, the correct choice may be the longest. */
    longestStandardErrors: 2,
  },
  /** A correct choice of fewer words may stand in a lesson: short answers are common phrases. */
  verbatimWords: 5,
  reading: { wordsPerMinute: 200, secondsPerScenario: 40 },
} as const satisfies {
  scenario: { situationWords: Range; feedbackWords: Range; choices: Record<string, Range> };
  item: { situationWords: Range; feedbackWords: Range; choices: Range };
  [other: string]: unknown;
};
