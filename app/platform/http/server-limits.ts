/** The server's limits: high enough that nobody meets them in honest work, low enough that nobody can sink it. */
export const serverLimits = {
  /** Bytes of a form sent by a page. */
  formBytes: 64 * 1024,
  /** Bytes of a request to the API: a check of 1,000 people is about 15 kB. */
  apiBytes: 1024 * 1024,
  /** Within these times a request must have arrived, in milliseconds. */
  headersMs: 15_000,
  requestMs: 30_000,
  /** A file that somebody sends may take longer, while at least so much of it arrives in each window. */
  uploadWindowMs: 45_000,
  uploadLeastBytes: 16 * 1024,
  longestRequestMs: 3_600_000,
  /** A connection on which nothing moves, and one that waits for its next request. */
  connectionIdleMs: 60_000,
  keepAliveMs: 72_000,
  /** The event loop's mean lag over a second from which on the server refuses work instead of piling it up. */
  eventLoopDelayMs: 1_000,
  retryAfterSeconds: 2,
  /**
   * A minute's requests. Per key: about what one process answers, so that it stops a caller gone wild, not a busy one.
   * Per address: only what came without a key in use.
   */
  requestsPerKey: 600_000,
  requestsPerAddress: 600,
  /** What is under way when the server is told to stop may take this long. */
  drainMs: 10_000,
  /** Bytes from which an answer is worth compressing. */
  compressFrom: 1024,
};

export type ServerLimits = typeof serverLimits;
