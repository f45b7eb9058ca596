import { desc, eq, inArray } from "drizzle-orm";
import { type Handle, messages, notices, nudgeBatches, nudges, people } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";
import type { NoticeStep } from "./ladder.ts";
import { nudgeKey } from "./queue-nudges.server.ts";

const mostShown = 30;

export type PersonNotice = {
  key: string;
  /** A step of the ladder, or `nudge`. */
  step: NoticeStep | "nudge";
  at: number;
  /** Who got it, where that was not the person; for a nudge, who sent it. */
  name: string | null;
  /** Of the message; `gone` when it is not kept any more. */
  state: (typeof messages.$inferSelect)["state"] | "gone";
};

/** What was told about a person, and who nudged them, newest first. */
export async function listPersonNotices(handle: Handle, { personId }: { personId: string }): Promise<PersonNotice[]> {
  const told = await handle
    .select({ notice: notices, to: people, state: messages.state })
    .from(notices)
    .innerJoin(people, eq(people.id, notices.toPersonId))
    .leftJoin(messages, eq(messages.onceKey, notices.messageKey))
    .where(eq(notices.personId, personId))
    .orderBy(desc(notices.at))
    .limit(mostShown);
  const nudged = await handle
    .select({ nudge: nudges, by: people })
    .from(nudges)
    .innerJoin(nudgeBatches, eq(nudgeBatches.id, nudges.batchId))
    .innerJoin(people, eq(people.id, nudgeBatches.byPersonId))
    .where(eq(nudges.personId, personId))
    .orderBy(desc(nudges.at))
    .limit(mostShown);
  const sent = nudged.filter(({ nudge }) => nudge.outcome === "sent");
  const states = await readStates(
    handle,
    sent.map(({ nudge }) => nudgeKey(nudge.batchId, personId)),
  );
  const all: PersonNotice[] = [
    ...told
      .filter(({ notice }) => notice.step !== "digest")
      .map(({ notice, to, state }) => ({
        ...{ key: `${notice.occasion} ${notice.step}`, step: notice.step as NoticeStep, at: notice.at },
        ...{ name: to.id === personId ? null : fullName(to), state: state ?? ("gone" as const) },
      })),
    ...sent.map(({ nudge, by }) => ({
      ...{ key: nudge.batchId, step: "nudge" as const, at: nudge.at, name: fullName(by) },
      state: states.get(nudgeKey(nudge.batchId, personId)) ?? ("gone" as const),
    })),
  ];
  return all.sort((a, b) => b.at - a.at).slice(0, mostShown);
}

async function readStates(handle: Handle, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, PersonNotice["state"]>();
  const rows = await handle
    .select({ key: messages.onceKey, state: messages.state })
    .from(messages)
    .where(inArray(messages.onceKey, [...keys]));
  return new Map(rows.map(({ key, state }): [string, PersonNotice["state"]] => [key, state]));
}
