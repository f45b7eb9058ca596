import { gradeAttempt } from "../assessments/grade-attempt.ts";

/** As an attempt of reps, but that the pass mark alone decides: attending is no certification, and no clause is a must. */
export function gradePartnerCheck(given: Parameters<typeof gradeAttempt>[0]): ReturnType<typeof gradeAttempt> {
  return gradeAttempt({ ...given, bank: given.bank.map((item) => ({ ...item, mustPass: false })) });
}
