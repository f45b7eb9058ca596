import { and, desc, eq, gt, inArray, ne, or } from "drizzle-orm";
import { type Handle, noticeRuns, people } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";

const mostShown = 30;

/** Runs that sent something or wait, newest first, and the last one whatever it did. */
export async function listRuns(handle: Handle) {
  const [last = null] = await handle.select().from(noticeRuns).orderBy(desc(noticeRuns.startedAt)).limit(1);
  const runs = await handle
    .select()
    .from(noticeRuns)
    .where(or(gt(noticeRuns.sent, 0), gt(noticeRuns.planned, 0), ne(noticeRuns.state, "done")))
    .orderBy(desc(noticeRuns.startedAt))
    .limit(mostShown);
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
