import type { NoticePolicy } from "#app/platform/db.server.ts";
import { changedFields, defaultNoticePolicy, type PolicyField } from "./notice-policy.ts";

type Decision = { id: string; enabled: boolean; policy: NoticePolicy; at: number; by: string };
export type PolicyChange = Pick<Decision, "id" | "at" | "by"> & {
  before: NoticePolicy;
  after: NoticePolicy;
  fields: PolicyField[];
};

/** Of what was decided, newest first, each change of the rules: what was so before and since. */
export function policyChanges(decisions: readonly Decision[]): PolicyChange[] {
  return decisions.flatMap(({ id, at, by, policy: after }, n) => {
    const before = decisions[n + 1]?.policy ?? defaultNoticePolicy;
    const fields = changedFields(before, after);
    return fields.length > 0 ? [{ id, at, by, before, after, fields }] : [];
  });
}

/** Of what was decided, newest first, each time reminders were turned on or off. They are off before anybody decides. */
export function switches<T extends { enabled: boolean }>(decisions: readonly T[]): T[] {
  return decisions.filter(({ enabled }, n) => enabled !== (decisions[n + 1]?.enabled ?? false));
}
