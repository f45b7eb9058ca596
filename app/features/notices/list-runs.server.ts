import { and, desc, eq, gt, inArray, ne, or } from "drizzle-orm";
import { type Handle, noticeRuns, people } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";
import { foldRetries } from "./fold-retries.ts";

const mostShown = 30;

/**
 * Runs that sent something, wait, or tried in vain, newest first, and the last one whatever it did. A mail that fails all
 * day is tried by each run of the day: those in a row are one, as the latest of them left it.
 */
export async function listRuns(handle: Handle) {
  const [last = null] = await handle.select().from(noticeRuns).orderBy(desc(noticeRuns.startedAt)).limit(1);
  const columns = { id: noticeRuns.id, startedAt: noticeRuns.startedAt, planned: noticeRuns.planned };
  const telling = await handle
    .select(columns)
    .from(noticeRuns)
    .where(or(gt(noticeRuns.sent, 0), ne(noticeRuns.state, "done")))
    .orderBy(desc(noticeRuns.startedAt))
    .limit(mostShown);
  const from = telling.length < mostShown ? 0 : (telling.at(-1)?.startedAt ?? 0);
  const inVain = await handle
    .select(columns)
    .from(noticeRuns)
    .where(
      and(
        ...[eq(noticeRuns.state, "done"), eq(noticeRuns.sent, 0)],
        ...[gt(noticeRuns.planned, 0), gt(noticeRuns.startedAt, from)],
      ),
    );
  const all = [...telling.map((run) => ({ ...run, retry: false })), ...inVain.map((run) => ({ ...run, retry: true }))];
  const folded = foldRetries(all.sort((a, b) => b.startedAt - a.startedAt)).slice(0, mostShown);
  const ids = folded.map(({ id }) => id);
  const rows = await handle.select().from(noticeRuns).where(inArray(noticeRuns.id, ids));
  const known = new Map(rows.map((row) => [row.id, row]));
  const runs = folded.flatMap(({ id, times, since }) => {
    const row = known.get(id);
    return row ? [{ ...row, times, since }] : [];
  });
  return { last, runs };
}

/** Runs that wait to be confirmed, the oldest last. */
export function listStopped(handle: Handle) {
  return handle
    .select()
    .from(noticeRuns)
    .where(and(eq(noticeRuns.state, "stopped")))
    .orderBy(desc(noticeRuns.startedAt));
}

/** Who decided: people by their names, others as they were written down. */
export async function namesOf(
  handle: Handle,
  by: readonly (string | null)[],
): Promise<(name: string | null) => string> {
  const ids = [...new Set(by.flatMap((one) => one ?? []))];
  const rows = ids.length > 0 ? await handle.select().from(people).where(inArray(people.id, ids)) : [];
  const names = new Map(rows.map((row) => [row.id, fullName(row)]));
  return (one) => names.get(one ?? "") ?? one ?? "";
}
