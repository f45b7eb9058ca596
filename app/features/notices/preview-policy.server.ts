import type { Database, NoticePolicy } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { soonDays } from "../teams/team-member.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { isBlast } from "./blast-limit.ts";
import { slackDays } from "./due-lines.ts";
import { findTold } from "./find-told.server.ts";
import { dayText } from "./local-clock.ts";
import { changedFields } from "./notice-policy.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { planFor } from "./plan-notices.server.ts";
import { readPeopleAhead } from "./read-people-ahead.server.ts";
import { runEvery } from "./run-notices.server.ts";
import { summariseMails } from "./summarise-mails.ts";
import { weekAhead } from "./week-ahead.ts";

/** How many mails as things are, and under the other policy; by step and all together. */
export type PolicyFigures = {
  mails: { asIs: number; changed: number };
  steps: { step: string; asIs: number; changed: number }[];
};

export type PolicyPreview = PolicyFigures & {
  /** The instant of the next run, of which the figures are. */
  at: number;
  population: number;
  /** Under the other policy it would stop and wait to be confirmed. */
  blast: boolean;
  /** The coming days, today first, `YYYY-MM-DD`. */
  days: ({ day: string } & PolicyFigures)[];
};

type Mails = Parameters<typeof summariseMails>[0];

/**
 * What the next run and the coming days would send if reminders were on, under the policy in force and under another one,
 * as far as facts are known now. Sends nothing.
 */
export async function previewPolicy(
  db: Database,
  { now, policy }: { now: number; policy: NoticePolicy },
): Promise<PolicyPreview> {
  const at = (Math.floor(now / runEvery) + 1) * runEvery;
  const moment = () => at;
  const inForce = (await getNoticeSettings(db.read)).policy;
  const within = (Math.max(...inForce.before, ...policy.before, soonDays) + slackDays) * millisecondsADay;
  const { peopleAt, population } = await readPeopleAhead(db, { now, within });
  const people = await peopleAt(moment);
  const asIs = await planFor(db, people, { moment, policy: inForce });
  const changed = await planFor(db, people, { moment, policy });
  const week = {
    now: at,
    peopleAt,
    toldBefore: ({ lines }: { lines: Parameters<typeof findTold>[1] }) => findTold(db.read, lines),
  };
  const daysAsIs = await mailsByDay({ ...week, policy: inForce });
  const isSame = changedFields(inForce, policy).length === 0;
  const daysChanged = isSame ? daysAsIs : await mailsByDay({ ...week, policy });
  return {
    ...{ at, population },
    ...figuresOf(asIs.mails, changed.mails),
    blast: isBlast(changed.mails.length, population, policy),
    days: daysAsIs.map(({ day, mails }, n) => ({
      day: dayText(day),
      ...figuresOf(mails, daysChanged[n]?.mails ?? []),
    })),
  };
}

async function mailsByDay(week: Parameters<typeof weekAhead>[0]) {
  const days = [];
  for await (const day of weekAhead(week)) {
    days.push(day);
    await nextTurn();
  }
  return days;
}

function figuresOf(asIs: Mails, changed: Mails): PolicyFigures {
  const counts = { asIs: stepCounts(asIs), changed: stepCounts(changed) };
  const names = new Set([...counts.asIs.keys(), ...counts.changed.keys()]);
  return {
    mails: { asIs: asIs.length, changed: changed.length },
    steps: [...names].map((step) => ({
      step,
      asIs: counts.asIs.get(step) ?? 0,
      changed: counts.changed.get(step) ?? 0,
    })),
  };
}

function stepCounts(mails: Mails): Map<string, number> {
  return new Map(summariseMails(mails).steps.map(({ value, mails: number }) => [value, number]));
}
