import { and, eq, gt, inArray, lt, ne, or } from "drizzle-orm";
import { type Handle, messages, people } from "#app/platform/db.server.ts";
import type { Message, MessageChecks } from "../messages/message-checks.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { localClock } from "./local-clock.ts";
import { nextSendingInstant } from "./next-sending-instant.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";

type Check = MessageChecks[string];

/** Mail of which a person gets one a day, whatever it is about. */
const oneADay = ["reminder", "escalation", "digest"];
/** Until it is known what became of the other one. */
const otherIsTried = 60_000;

/** A check that has a message wait, at each try, until it is day for its reader, and for the next day after another mail. */
export function keepHours(check: Check): Check {
  return async (message, asked) => {
    const verdict = await check(message, asked);
    if (typeof verdict === "string" || message.personId === null) return verdict;
    const { handle, now } = asked;
    const { policy } = await getNoticeSettings(handle);
    const timeZone = await readZone(handle, message);
    const today = localClock(now, timeZone).day;
    const others = oneADay.includes(message.reason) ? await listOthers(handle, message, now) : [];
    if (others.some(({ endedAt }) => endedAt === null)) return { notBefore: now + otherIsTried };
    const mailed = others.some(({ endedAt }) => endedAt !== null && localClock(endedAt, timeZone).day === today);
    const notBefore = nextSendingInstant(now, { timeZone, policy, from: mailed ? today + 1 : today });
    return notBefore > now ? { notBefore } : verdict;
  };
}

async function readZone(handle: Handle, { personId }: Message): Promise<string> {
  const [row] = await handle
    .select({ timeZone: people.timeZone })
    .from(people)
    .where(eq(people.id, personId ?? ""));
  return row?.timeZone ?? "UTC";
}

/** What the reader got lately, and what was written before and is tried just now. Somebody's own end waits for no team. */
function listOthers(handle: Handle, { id, personId, reason }: Message, now: number) {
  return handle
    .select({ endedAt: messages.endedAt })
    .from(messages)
    .where(
      and(
        eq(messages.personId, personId ?? ""),
        inArray(messages.reason, reason === "reminder" ? [reason] : oneADay),
        ne(messages.id, id),
        or(
          and(eq(messages.state, "sending"), lt(messages.id, id)),
          and(eq(messages.state, "sent"), gt(messages.endedAt, now - 2 * millisecondsADay)),
        ),
      ),
    );
}
