/** Tells the time as an instant: milliseconds since 1970 UTC. Handed in everywhere, so that a test can set it. */
export type Clock = { now: () => number };

export const systemClock: Clock = { now: () => Date.now() };
