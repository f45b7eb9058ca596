/** Every bound that the figures are judged by. Shares are 0 to 1. `docs/item-statistics.md` says where each comes from. */
export const statisticsLimits = {
  /** No figure is shown for fewer first attempts than this. */
  fewestAttempts: 200,
  /** No figure of an item, or of a group of people at an item, is shown for fewer answers than this. */
  fewestAnswers: 30,
  consistency: {
    good: 0.75,
    poor: 0.64,
    /** Scores that lie closer together than this (standard deviation) say nothing about consistency. */
    leastSpread: 0.08,
  },
  misKeyed: {
    fewestAnswers: 50,
    /** Standard errors by which a figure must lie on the wrong side of zero. */
    standardErrors: 2,
  },
  noInformation: {
    fewestAnswers: 200,
    facilityAbove: 0.95,
    facilityBelow: 0.2,
    efficiencyBelow: 0.15,
  },
  deadDistractor: {
    fewestAnswers: 200,
    shareBelow: 0.02,
    /** A very easy item leaves little for any distractor: only with so many wrong answers is one of them dead … */
    fewestWrong: 30,
    /** … and only when it drew less than this part of an even share of the wrong answers. */
    evenShareBelow: 0.5,
  },
  translationGap: { leastGap: 0.1, significance: 0.05 },
  leakDrift: {
    leastRise: 0.1,
    significance: 0.05,
    windowDays: 30,
    /** Part of the usual answer time by which it must fall before it is named. */
    leastFaster: 0.2,
    /** Attempts must lie over at least so many days before the first of them are compared with the last. */
    fewestDays: 14,
  },
} as const;
