import type { Database, NoticePolicy } from "#app/platform/db.server.ts";
import { isBlast } from "./blast-limit.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { planFor } from "./plan-notices.server.ts";
import { readNoticePeople } from "./read-notice-people.server.ts";
import { runEvery } from "./run-notices.server.ts";
import { summariseMails } from "./summarise-mails.ts";

export type PolicyPreview = {
  /** The instant of the next run. */
  at: number;
  population: number;
  /** How many mails it would send as things are, and under the other policy. */
  mails: { asIs: number; changed: number };
  steps: { step: string; asIs: number; changed: number }[];
  /** Under the other policy it would stop and wait to be confirmed. */
  blast: boolean;
};

/** What the next run would send if reminders were on, under the policy in force and under another one. Sends nothing. */
export async function previewPolicy(
  db: Database,
  { now, policy }: { now: number; policy: NoticePolicy },
): Promise<PolicyPreview> {
  const at = (Math.floor(now / runEvery) + 1) * runEvery;
  const moment = () => at;
  const inForce = (await getNoticeSettings(db.read)).policy;
  const people = await readNoticePeople(db, moment);
  const plans = {
    asIs: await planFor(db, people, { moment, policy: inForce }),
    changed: await planFor(db, people, { moment, policy }),
  };
  const counts = { asIs: stepCounts(plans.asIs.mails), changed: stepCounts(plans.changed.mails) };
  const names = new Set([...counts.asIs.keys(), ...counts.changed.keys()]);
  return {
    ...{ at, population: plans.changed.population },
    mails: { asIs: plans.asIs.mails.length, changed: plans.changed.mails.length },
    steps: [...names].map((step) => ({
      step,
      asIs: counts.asIs.get(step) ?? 0,
      changed: counts.changed.get(step) ?? 0,
    })),
    blast: isBlast(plans.changed.mails.length, plans.changed.population, policy),
  };
}

function stepCounts(mails: Parameters<typeof summariseMails>[0]): Map<string, number> {
  return new Map(summariseMails(mails).steps.map(({ value, mails: number }) => [value, number]));
}
