/** The time limit has passed: from `closesAt` on nothing more counts. */
export function isOverdue(attempt: { closesAt: number | null }, now: number): boolean {
  return attempt.closesAt !== null && now >= attempt.closesAt;
}

/** When an attempt was over: at its time limit, however late it was then recorded, or when it was submitted. */
export function attemptEnd(attempt: { closesAt: number | null; submittedAt: number }): number {
  return Math.min(attempt.submittedAt, attempt.closesAt ?? attempt.submittedAt);
}
