import { and, count, eq, gt, gte, inArray } from "drizzle-orm";
import { type Handle, nudges } from "#app/platform/db.server.ts";
import type { PathStep } from "../certification/path-steps.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import type { NoticePerson } from "./notice-person.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { type NudgeRefusal, nudgeRefusal, nudgeWindowDays } from "./nudge-refusal.ts";
import { readJudged } from "./read-notice-people.server.ts";
import { readStepsLeft } from "./read-steps-left.server.ts";

export type PlannedNudge = {
  person: NoticePerson;
  email: string | null;
  steps: PathStep[];
  refusal: NudgeRefusal | null;
};

/** Who of some people would be nudged now, and why the others would not. In the order in which they are named. */
export async function planNudges(
  handle: Handle,
  { personIds, now }: { personIds: readonly string[]; now: number },
): Promise<PlannedNudge[]> {
  if (personIds.length === 0) return [];
  const judged = await readJudged(handle, personIds, () => now);
  const steps = await readStepsLeft(handle, { asked: judged, now });
  const recent = await findNudged(handle, { personIds, now });
  const known = new Map(judged.map((one) => [one.person.id, one]));
  return personIds.flatMap((id): PlannedNudge[] => {
    const one = known.get(id);
    if (!one) return [];
    const left = steps.get(id) ?? [];
    const refusal = nudgeRefusal(one.person, { stepsLeft: left.length }) ?? (recent.has(id) ? "recent" : null);
    return [{ person: one.person, email: one.email, steps: left, refusal }];
  });
}

/** Who has had as many nudges in the last days as anybody gets, whoever sent them. */
export async function findNudged(
  handle: Handle,
  { personIds, now }: { personIds: readonly string[]; now: number },
): Promise<Set<string>> {
  const { policy } = await getNoticeSettings(handle);
  const rows = await handle
    .select({ personId: nudges.personId })
    .from(nudges)
    .where(
      and(
        inArray(nudges.personId, [...personIds]),
        eq(nudges.outcome, "sent"),
        gt(nudges.at, now - nudgeWindowDays * millisecondsADay),
      ),
    )
    .groupBy(nudges.personId)
    .having(gte(count(), policy.nudgesAWeek));
  return new Set(rows.map(({ personId }) => personId));
}
