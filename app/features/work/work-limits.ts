const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export const workLimits = {
  /** Side by side on one node. */
  atOnce: 2,
  /** Waiting or running for one person: a broken page or an impatient hand must not fill the queue. */
  openPerPerson: 5,
  /** Without a sign of life for so long, another node takes over. */
  leaseMs: minuteMs,
  signOfLifeMs: 2_000,
  pollMs: 500,
  /** A run that ends its process each time would do so for ever. */
  mostRuns: 3,
  /** What is under way when the server stops may take this long. */
  drainMs: 15_000,
  /** Files are handed out for so long, the line in the list stays for longer. */
  keepFilesMs: 7 * dayMs,
  keepWorkMs: 90 * dayMs,
  keepRunsMs: 30 * dayMs,
  chunkBytes: 256 * 1024,
  /** The largest file that is taken in or made. */
  fileBytes: 128 * 1024 * 1024,
};
