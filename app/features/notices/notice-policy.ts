import type { NoticePolicy } from "#app/platform/db.server.ts";

/** The defaults stand here alone; what the program office changes is stored with who changed it and when. */
export const defaultNoticePolicy: NoticePolicy = {
  before: [30, 14, 7, 3, 1, 0],
  managerAfter: 7,
  upperAfter: 14,
  lateDays: 6,
  open: 8 * 60,
  close: 18 * 60,
  weekdays: [1, 2, 3, 4, 5],
  digestWeekday: 1,
  digestLateDays: 2,
  digestFrom: 8 * 60,
  blastShare: 0.05,
  fewOnly: 50,
  nudgesAWeek: 1,
};

export type PolicyField = keyof NoticePolicy;
/** In the order in which they are shown. */
export const policyFields = Object.keys(defaultNoticePolicy) as PolicyField[];

/** What differs between two policies. */
export function changedFields(before: NoticePolicy, after: NoticePolicy): PolicyField[] {
  return policyFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
