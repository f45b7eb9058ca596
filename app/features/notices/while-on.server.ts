import { and, count, eq, inArray } from "drizzle-orm";
import { type Handle, messages } from "#app/platform/db.server.ts";
import type { MessageChecks } from "../messages/message-checks.ts";
import type { MailKind } from "./compose-mails.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";

type Check = MessageChecks[string];

/** Turned on, what waits is due at once; this is for whatever a try put back in the very moment of that. */
const askedAgainMs = 60 * 60_000;

const ladderMails: MailKind[] = ["reminder", "escalation", "digest"];

/** A check that holds a message back for as long as reminders are turned off. */
export function whileOn(check: Check): Check {
  return async (message, asked) => {
    if ((await getNoticeSettings(asked.handle)).enabled) return check(message, asked);
    return { notBefore: asked.now + askedAgainMs, outcome: "turned_off" };
  };
}

/** How many mails of the ladder are in the outbox and did not go out yet. */
export async function countLadderWaiting(handle: Handle): Promise<number> {
  const [row] = await handle
    .select({ mails: count() })
    .from(messages)
    .where(and(eq(messages.state, "waiting"), inArray(messages.reason, ladderMails)));
  return row?.mails ?? 0;
}
