import { and, count, desc, eq, inArray, like, type SQL, sql } from "drizzle-orm";
import { type Handle, messages, notices } from "#app/platform/db.server.ts";
import { foldName } from "../teams/fold-name.ts";
import type { Message } from "./message-checks.ts";
import type { MessageFilter } from "./message-filter.ts";

const messagesPerPage = 50;

type Listed = Pick<
  Message,
  | "id"
  | "personId"
  | "toName"
  | "toAddress"
  | "reason"
  | "step"
  | "state"
  | "outcome"
  | "createdAt"
  | "dueAt"
  | "endedAt"
  | "tries"
> & { subject: string };

const listed = {
  id: messages.id,
  personId: messages.personId,
  toName: messages.toName,
  toAddress: messages.toAddress,
  reason: messages.reason,
  step: messages.step,
  state: messages.state,
  outcome: messages.outcome,
  createdAt: messages.createdAt,
  dueAt: messages.dueAt,
  endedAt: messages.endedAt,
  tries: messages.tries,
  content: messages.content,
};

/**
 * The messages that a filter finds, newest first, with how many there are in each state: a count and the list that it
 * opens have the same condition.
 */
export async function listMessages(handle: Handle, filter: MessageFilter, page: number) {
  const counts = await handle
    .select({ state: messages.state, number: count() })
    .from(messages)
    .where(conditionOf(handle, { ...filter, state: null }))
    .groupBy(messages.state);
  const states = Object.fromEntries(counts.map(({ state, number }) => [state, number]));
  const all = counts.reduce((sum, { number }) => sum + number, 0);
  const total = filter.state ? (states[filter.state] ?? 0) : all;
  const pages = Math.max(1, Math.ceil(total / messagesPerPage));
  const shown = Math.min(page, pages);
  const rows = await handle
    .select(listed)
    .from(messages)
    .where(conditionOf(handle, filter))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(messagesPerPage)
    .offset((shown - 1) * messagesPerPage);
  return { rows: rows.map(withSubject), states, all, total, page: shown, pages };
}

/** Reasons that there are messages of. */
export async function listReasons(handle: Handle): Promise<string[]> {
  const rows = await handle.selectDistinct({ reason: messages.reason }).from(messages).orderBy(messages.reason);
  return rows.map(({ reason }) => reason);
}

/** What was sent to one person, newest first: why, which step, when, and what became of it. Nothing of its content but the subject. */
export async function listMessagesOf(handle: Handle, personId: string, { limit = 50 } = {}): Promise<Listed[]> {
  const rows = await handle
    .select(listed)
    .from(messages)
    .where(eq(messages.personId, personId))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);
  return rows.map(withSubject);
}

function withSubject<Row extends { content: { subject: string } }>({ content, ...row }: Row) {
  return { ...row, subject: content.subject };
}

function conditionOf(handle: Handle, { state, reason, person, run, q }: MessageFilter): SQL | undefined {
  return and(
    state ? eq(messages.state, state) : undefined,
    reason ? eq(messages.reason, reason) : undefined,
    person ? eq(messages.personId, person) : undefined,
    run
      ? inArray(
          messages.onceKey,
          handle.selectDistinct({ key: notices.messageKey }).from(notices).where(eq(notices.runId, run)),
        )
      : undefined,
    q ? like(messages.searchText, sql`${`%${foldName(q).replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`) : undefined,
  );
}
