import { and, eq, lt } from "drizzle-orm";
import { type Database, type Handle, noticeRuns } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { isBlast } from "./blast-limit.ts";
import type { PlannedMail } from "./compose-mails.ts";
import { lineKey } from "./notice-line.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { endLostRuns, lapseRuns, readOpenRuns, storePlan } from "./open-runs.server.ts";
import { type NoticePlan, planNotices } from "./plan-notices.server.ts";
import { sendMails } from "./send-mails.server.ts";
import { summariseMails, unwrittenOf } from "./summarise-mails.ts";
import { tellOffice } from "./tell-office.server.ts";
import type { UnwrittenMail } from "./write-mails.server.ts";

export type RunOutcome =
  | { state: "off" }
  /** Another node does this quarter of an hour. */
  | { state: "taken" }
  /** `stopped` are mails that wait to be confirmed; `unwritten` could not be written and are tried again by the next run. */
  | { state: "done"; runId: string; sent: number; stopped: number; unwritten: number };

/** How often it runs, in milliseconds. */
export const runEvery = 15 * 60_000;
/** Runs that had nothing to send are kept so long, to see that they took place. */
const keepEmptyMs = 7 * millisecondsADay;

/**
 * Tells everybody what is due now and was not told yet. May be called at any time, again and on several nodes: each
 * quarter of an hour is done by one of them, and what was told is never told again. A run that would reach very many
 * sends none of that and waits to be confirmed.
 */
export async function runNotices({ db, at }: { db: Database; at: number }): Promise<RunOutcome> {
  const { enabled, policy } = await getNoticeSettings(db.read);
  if (!enabled) return { state: "off" };
  const runId = await startRun(db, at);
  if (!runId) return { state: "taken" };
  const plan = await planNotices(db, { moment: () => at, policy });
  const { waiting, approved } = await readOpenRuns(db.read, at);
  const keys = (mail: PlannedMail) => mail.lines.map(lineKey);
  const free = plan.mails.filter((mail) => !keys(mail).some((key) => waiting.has(key)));
  const [confirmed, fresh] = split(free, (mail) => keys(mail).every((key) => approved.has(key)));
  const blast = isBlast(fresh.length, plan.population, policy);
  const mails = blast ? confirmed : [...confirmed, ...fresh];
  const { sent, unwritten } = await sendMails({ db, runId, mails, now: at });
  const ending = { runId, at, sent, unwritten, plan };
  const done = { state: "done" as const, runId, sent, unwritten: unwritten.length };
  if (blast) {
    // What was confirmed went out; the rest is a run of its own kind, kept under the same id until somebody decides.
    await db.write((tx) => stopRun(tx, { ...ending, mails: fresh }));
    return { ...done, stopped: fresh.length };
  }
  await db.write((tx) => finishRun(tx, { ...ending, mails }));
  return { ...done, stopped: 0 };
}

async function startRun(db: Database, at: number): Promise<string | null> {
  const slot = Math.floor(at / runEvery) * runEvery;
  const id = newId();
  return db.write(async (tx) => {
    await lapseRuns(tx, at);
    await endLostRuns(tx, at);
    const run = { id, slot, startedAt: at, state: "running" as const, planned: 0, sent: 0, population: 0 };
    const started = await tx
      .insert(noticeRuns)
      .values(run)
      .onConflictDoNothing({ target: noticeRuns.slot })
      .returning({ id: noticeRuns.id });
    return started.length > 0 ? id : null;
  });
}

type Ending = { runId: string; at: number; mails: readonly PlannedMail[]; sent: number; plan: NoticePlan } & {
  unwritten: readonly UnwrittenMail[];
};

function foundBy({ mails, sent, unwritten, plan }: Ending) {
  const summary = { ...summariseMails(mails), ...unwrittenOf(unwritten) };
  return { planned: mails.length, sent, population: plan.population, summary };
}

async function finishRun(tx: Handle, ending: Ending): Promise<void> {
  const { runId, at } = ending;
  await tx
    .update(noticeRuns)
    .set({ ...foundBy(ending), state: "done", finishedAt: at })
    .where(eq(noticeRuns.id, runId));
  await tx
    .delete(noticeRuns)
    .where(and(eq(noticeRuns.state, "done"), eq(noticeRuns.sent, 0), lt(noticeRuns.startedAt, at - keepEmptyMs)));
}

async function stopRun(tx: Handle, ending: Ending): Promise<void> {
  const { runId, at, mails } = ending;
  await tx
    .update(noticeRuns)
    .set({ ...foundBy(ending), state: "stopped", finishedAt: at })
    .where(eq(noticeRuns.id, runId));
  await storePlan(tx, { runId, keys: mails.flatMap(({ lines }) => lines.map(lineKey)) });
  await tellOffice(tx, { runId, mails: mails.length, now: at });
}

function split<T>(list: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((one) => !test(one))];
}
