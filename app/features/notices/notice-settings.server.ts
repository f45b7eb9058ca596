import { desc } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, type NoticePolicy, noticeSettings } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { defaultNoticePolicy } from "./notice-policy.ts";

export type NoticeSettings = Omit<typeof noticeSettings.$inferSelect, "id" | "at" | "by"> & {
  at: number | null;
  by: string | null;
};

/** Whether reminders are sent, and how. Off until somebody turns them on. */
export async function getNoticeSettings(handle: Handle): Promise<NoticeSettings> {
  const [latest] = await listNoticeSettings(handle, 1);
  return latest ?? { enabled: false, policy: defaultNoticePolicy, at: null, by: null };
}

/** What was decided, the newest first. */
export function listNoticeSettings(handle: Handle, most = 20) {
  return handle.select().from(noticeSettings).orderBy(desc(noticeSettings.at), desc(noticeSettings.id)).limit(most);
}

/**
 * Turns reminders on or off from now on, and changes how they are sent. Saying what is so already changes nothing; answers
 * whether it did.
 */
export async function setNoticeSettings(given: {
  db: Database;
  clock: Clock;
  enabled: boolean;
  /** What is to be different from now on. */
  policy?: Partial<NoticePolicy>;
  /** Who decides: a person id, or the account that runs the command. */
  by: string;
}): Promise<boolean> {
  const { db, clock, enabled, by } = given;
  return db.write(async (tx) => {
    const { policy: known, enabled: before, at } = await getNoticeSettings(tx);
    const policy = { ...known, ...given.policy };
    if (before === enabled && Object.keys(given.policy ?? {}).length === 0) return false;
    // The latest row rules: it never stands before the one it replaces, whatever another node's clock said.
    const now = Math.max(clock.now(), (at ?? 0) + 1);
    await tx.insert(noticeSettings).values({ id: newId(), enabled, policy, at: now, by });
    return true;
  });
}
