import type { AttemptForm, LessonCheckResult, StoredAnswer } from "#app/platform/db.server.ts";
import { gradeAttempt } from "../assessments/grade-attempt.ts";
import type { Item } from "../programs/release-content.ts";

/** Passed when every answer is right. Throws when the bank lacks an item of the form. */
export function gradeLessonCheck(given: {
  form: AttemptForm;
  answers: Readonly<Record<string, StoredAnswer>>;
  bank: readonly Item[];
}): LessonCheckResult {
  const { correct, total, passed } = gradeAttempt({ ...given, passMark: 1, timedOut: false });
  return { correct, total, passed };
}
