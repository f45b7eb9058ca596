import { and, eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, noticeRuns } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { lineKey } from "./notice-line.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { lapseRuns, readPlan } from "./open-runs.server.ts";
import { planNotices } from "./plan-notices.server.ts";
import { sendMails } from "./send-mails.server.ts";
import { summariseMails, unwrittenOf } from "./summarise-mails.ts";

/**
 * Sends what a stopped run planned, as far as it is wanted now; for whom it is night the next runs send it. Nothing that
 * the plan does not name goes out. Throws not-found and, when it waits no more or reminders are off, conflict.
 */
export async function confirmRun(given: {
  db: Database;
  clock: Clock;
  runId: string;
  /** Who decides: a person id, or the account that runs the command. */
  by: string;
}): Promise<{ planned: number; sent: number }> {
  const { db, clock, runId, by } = given;
  const now = clock.now();
  const { policy } = await getNoticeSettings(db.read);
  const run = await db.write(async (tx) => {
    await lapseRuns(tx, now);
    if (!(await getNoticeSettings(tx)).enabled)
      throw new AppError("conflict", "Reminders are turned off. Turn them on before you confirm a run.");
    const [confirmed] = await tx
      .update(noticeRuns)
      .set({ state: "confirmed", decidedAt: now, decidedBy: by })
      .where(and(eq(noticeRuns.id, runId), eq(noticeRuns.state, "stopped")))
      .returning();
    if (confirmed) return confirmed;
    const [known] = await tx.select({ id: noticeRuns.id }).from(noticeRuns).where(eq(noticeRuns.id, runId));
    if (!known) throw new AppError("not-found", "There is no such run.");
    throw new AppError("conflict", "This run does not wait any more: it was confirmed before, or it is too old.");
  });
  const keys = await readPlan(db.read, runId);
  const { mails } = await planNotices(db, { moment: () => now, policy });
  const wanted = mails.filter(({ lines }) => lines.every((line) => keys.has(lineKey(line))));
  const { sent, unwritten } = await sendMails({ db, runId, mails: wanted, now });
  const summary = { ...(run.summary ?? summariseMails(wanted)), ...unwrittenOf(unwritten) };
  await db.write(async (tx) => {
    await tx
      .update(noticeRuns)
      .set({ sent: run.sent + sent, summary })
      .where(eq(noticeRuns.id, runId));
  });
  return { planned: run.planned, sent };
}
