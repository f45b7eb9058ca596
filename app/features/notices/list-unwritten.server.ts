import { and, desc, gt, inArray, isNotNull } from "drizzle-orm";
import { type Handle, noticeRuns, notices, people, type UnwrittenNotice } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { toldSteps } from "./told-steps.ts";

/** Runs look again each quarter of an hour in the hours of the reader, so what is older is not tried any more. */
const shownMs = 4 * millisecondsADay;

export type Unwritten = UnwrittenNotice & {
  /** When it was tried last. */
  at: number;
  toName: string;
  aboutName: string;
};

/** Mails that could not be written and were not made up for since, the latest first: to whom, which step, and why. */
export async function listUnwritten(handle: Handle, now: number): Promise<Unwritten[]> {
  const runs = await handle
    .select({ at: noticeRuns.startedAt, summary: noticeRuns.summary })
    .from(noticeRuns)
    .where(and(gt(noticeRuns.startedAt, now - shownMs), isNotNull(noticeRuns.summary)))
    .orderBy(desc(noticeRuns.startedAt));
  const failed = runs.flatMap(({ at, summary }) => (summary?.unwritten?.first ?? []).map((one) => ({ ...one, at })));
  if (failed.length === 0) return [];
  const told = await readTold(handle, failed);
  const latest = new Map<string, (typeof failed)[number]>();
  for (const one of failed) {
    const key = `${one.toPersonId} ${one.personId} ${one.occasion} ${one.step}`;
    if (!latest.has(key) && !told.has(one)) latest.set(key, one);
  }
  const open = [...latest.values()];
  const names = await readNames(
    handle,
    open.flatMap(({ toPersonId, personId }) => [toPersonId, personId]),
  );
  return open.map((one) => ({
    ...one,
    toName: names.get(one.toPersonId) ?? "",
    aboutName: names.get(one.personId) ?? "",
  }));
}

async function readTold(handle: Handle, failed: readonly UnwrittenNotice[]) {
  const ids = [...new Set(failed.map(({ personId }) => personId))];
  const occasions = [...new Set(failed.map(({ occasion }) => occasion))];
  const rows = await handle
    .select({ personId: notices.personId, occasion: notices.occasion, step: notices.step })
    .from(notices)
    .where(and(inArray(notices.personId, ids), inArray(notices.occasion, occasions)));
  return toldSteps(rows);
}

async function readNames(handle: Handle, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await handle
    .select()
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}
