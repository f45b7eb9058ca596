import { desc } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, type NoticePolicy, noticeSettings } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { releaseHeld } from "../messages/release-held.server.ts";
import { changedFields, defaultNoticePolicy } from "./notice-policy.ts";
import { endStoppedRuns } from "./open-runs.server.ts";
import { policyProblems } from "./policy-problems.ts";

export type NoticeSettings = Omit<typeof noticeSettings.$inferSelect, "id" | "at" | "by"> & {
  at: number | null;
  by: string | null;
};

/** Whether reminders are sent, and how. Off until somebody turns them on. */
export async function getNoticeSettings(handle: Handle): Promise<NoticeSettings> {
  const [latest] = await listNoticeSettings(handle, 1);
  return latest ?? { enabled: false, policy: defaultNoticePolicy, at: null, by: null };
}

/** More than anybody decides in the life of a program. */
const mostKept = 1000;

/** What was decided, the newest first. What a policy did not say yet when it was stored is as it is by default. */
export async function listNoticeSettings(handle: Handle, most = mostKept) {
  const rows = await handle
    .select()
    .from(noticeSettings)
    .orderBy(desc(noticeSettings.at), desc(noticeSettings.id))
    .limit(most);
  return rows.map((row) => ({ ...row, policy: { ...defaultNoticePolicy, ...row.policy } }));
}

/**
 * Turns reminders on or off from now on, and changes how they are sent. Off, nothing more of the ladder goes out, nor what
 * waits in the outbox; on again, what waited goes out as far as it is still wanted. Saying what is so already changes nothing; answers
 * whether it did. Another policy ends runs that wait to be confirmed: what is still due is planned anew under it. Throws
 * validation-failed for a policy that cannot be, and conflict when something else was decided meanwhile.
 */
export async function setNoticeSettings(given: {
  db: Database;
  clock: Clock;
  /** As it was where it is not said. */
  enabled?: boolean;
  /** What is to be different from now on. */
  policy?: Partial<NoticePolicy>;
  /** Who decides: a person id, or the account that runs the command. */
  by: string;
  /** When what the decision was based on was decided; left out by whoever has not looked. */
  basedOn?: number | null;
}): Promise<boolean> {
  const { db, clock, by, basedOn } = given;
  return db.write(async (tx) => {
    const { policy: known, enabled: before, at } = await getNoticeSettings(tx);
    if (basedOn !== undefined && basedOn !== at)
      throw new AppError("conflict", "The reminders were changed by somebody else meanwhile.");
    const enabled = given.enabled ?? before;
    const policy = { ...known, ...given.policy };
    const isOther = changedFields(known, policy).length > 0;
    if (before === enabled && !isOther) return false;
    const [problem] = Object.entries(isOther ? policyProblems(policy) : {});
    if (problem)
      throw new AppError("validation-failed", `The rules of the reminders cannot be so: ${problem.join(", ")}.`);
    if (isOther) await endStoppedRuns(tx);
    // The latest row rules: it never stands before the one it replaces, whatever another node's clock said.
    const now = Math.max(clock.now(), (at ?? 0) + 1);
    if (enabled && !before) await releaseHeld(tx, clock.now());
    await tx.insert(noticeSettings).values({ id: newId(), enabled, policy, at: now, by });
    return true;
  });
}
