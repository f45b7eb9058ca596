import type { NoticePolicy } from "#app/platform/db.server.ts";
import { afterDay, type NoticeStep, rungDays } from "./ladder.ts";
import { localClock, opensAt } from "./local-clock.ts";
import { type NoticePerson, overdueSince } from "./notice-person.ts";

export type NextNotice =
  | { step: NoticeStep; at: number }
  /** `held` cannot be told from facts of training; nothing is due while a hold is open. */
  | { none: "not-counted" | "on-leave" | "nothing-due" | "no-address" | "all-told" };

/** The next step about a person and the day on which it is due, where the person is; or why there is none. */
export function nextNotice(
  person: NoticePerson,
  { at, policy, isTold }: { at: number; policy: NoticePolicy; isTold: (step: NoticeStep) => boolean },
): NextNotice {
  if (!person.counted) return { none: "not-counted" };
  if (person.onLeave) return { none: "on-leave" };
  if (person.dueAt === null) return { none: "nothing-due" };
  const { timeZone } = person;
  const today = localClock(at, timeZone).day;
  if (at < person.dueAt) {
    if (!person.reachable) return { none: "no-address" };
    const rungs = rungDays(person.dueAt, timeZone, policy);
    const next = rungs.find(({ step }, n) => {
      const passed = rungs.slice(n + 1).some((later) => later.day <= today);
      return !passed && !isTold(step);
    });
    if (next) return { step: next.step, at: opensAt(Math.max(next.day, today), timeZone, policy) };
  }
  const endDay = localClock(overdueSince(person) ?? at, timeZone).day;
  for (const [kind, days] of [
    ["after", policy.managerAfter],
    ["above", policy.upperAfter],
  ] as const) {
    const step: NoticeStep = `${kind}-${days}`;
    const day = afterDay(endDay, days, policy);
    if (endDay + days + policy.lateDays < today || isTold(step)) continue;
    return { step, at: opensAt(Math.max(day, today), timeZone, policy) };
  }
  return { none: "all-told" };
}
