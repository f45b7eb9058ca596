import type { LessonCheckResult } from "#app/platform/db.server.ts";

/** Whether a person may show in a short check that they need not read a lesson, and how it went. */
export type TestOutState = "none" | "offered" | "open" | "passed" | "failed";

/** Once per registration and module; not for a lesson that is read, and not when the registration is finished. */
export function testOutState(given: {
  /** How many questions the check would have; 0 where the release has none for this module. */
  questions: number;
  read: boolean;
  certified: boolean;
  check: { result: LessonCheckResult | null } | null;
}): TestOutState {
  const { questions, read, certified, check } = given;
  if (check?.result) return check.result.passed ? "passed" : "failed";
  if (read || certified) return "none";
  if (check) return "open";
  return questions > 0 ? "offered" : "none";
}
