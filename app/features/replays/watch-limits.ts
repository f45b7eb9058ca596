/** Milliseconds, where not named otherwise. */
export const watchLimits = {
  /** By how much a position may run ahead of the clock: timers and buffers are not exact. Once, not with each beat. */
  slack: 2000,
  /** A first view may begin a stretch this far past the furthest point. */
  aheadSlack: 250,
  /** A chapter with no more than this missing is watched: a player may stop a little before the end of the file. */
  chapterSlack: 1000,
  /** A session takes beats of this much time. */
  sessionLength: 12 * 60 * 60 * 1000,
  /** Stretches that may still be added to when a later one is known. */
  openStretches: 16,
  /** Beats that wait for one before them. */
  waitingBeats: 8,
  beatsARequest: 200,
  /** The highest rate when the limit of the first view is gone. */
  highestRate: 16,
};

/** How often a player reports. */
export const beatSeconds = 10;
