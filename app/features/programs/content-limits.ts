/** Least and most, both allowed. */
export type Range = readonly [least: number, most: number];

/** What authors are held to. Everything that may be tuned for a program's content stands here. */
export const contentLimits = {
  lesson: {
    /** Minutes of reading and practice scenarios; the lessons of `program.yaml` may say otherwise. */
    everyone: { minutes: [5, 8], scenarios: [3, 5] },
    managers: { minutes: [5, 10], scenarios: [1, 5] },
    /** Under one heading, boxes not counted: two minutes of reading. */
    sectionWords: 400,
    paragraphWords: 120,
    headingWords: 12,
    /** Of how many sides a lesson shows the gain, at least. */
    gainingSides: 2,
  },
  scenario: {
    situationWords: [50, 110],
    feedbackWords: [25, 60],
    choices: { single: [3, 4], multiple: [4, 5], ordering: [3, 6] },
  },
  item: { situationWords: [40, 90], feedbackWords: [20, 50], choices: [3, 4] },
  story: {
    scenes: [6, 10],
    choices: [2, 4],
    endings: 4,
    situationWords: [50, 140],
    consequenceWords: [20, 60],
    endingWords: [50, 130],
    lessonWords: [20, 60],
  },
  replay: {
    /** Seconds by which the film may differ from what its description says. */
    durationSeconds: 1,
    /** Between two checkpoints, and before the first. */
    checkpointSeconds: 30,
    chapterSeconds: 10,
    /** Captions: characters read in a second, and seconds without any. */
    charactersPerSecond: 20,
    silentSeconds: 20,
    captionLines: 3,
  },
  bank: {
    itemsPerClause: 2,
    itemsPerMustPassClause: 4,
    /** How many times the length of a form the bank holds at least. */
    timesForm: 3,
    /** In fewer questions, length and position of the correct choices are chance; the bank is measured at any size. */
    fewestToMeasure: 12,
    /** How far above chance, in standard errors, the correct choice may be the longest. */
    longestStandardErrors: 2,
  },
  /** With this times the months of validity, a window of renewal never reaches back before the certification. */
  daysOfShortestMonth: 28,
  /** A correct choice of fewer words may stand in a lesson: short answers are common phrases. */
  verbatimWords: 5,
  reading: { wordsPerMinute: 200, secondsPerScenario: 40, secondsPerScene: 20 },
} as const satisfies {
  scenario: { situationWords: Range; feedbackWords: Range; choices: Record<string, Range> };
  item: { situationWords: Range; feedbackWords: Range; choices: Range };
  story: Record<string, Range | number>;
  [other: string]: unknown;
};
