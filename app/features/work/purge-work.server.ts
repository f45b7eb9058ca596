import { and, eq, inArray, isNull, lt, notExists, notInArray, or } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { type Handle, scheduledRuns, work, workFileChunks, workFiles } from "#app/platform/db.server.ts";
import { workLimits } from "./work-limits.ts";

const filesAtOnce = 20;

/** Takes away files, lines of work and runs that have been kept for long enough; what is open keeps everything. */
export async function purgeWork({ db, clock }: Pick<AppContext, "db" | "clock">, signal?: AbortSignal) {
  const now = clock.now();
  let files = 0;
  for (let some = filesAtOnce; some === filesAtOnce && !signal?.aborted; files += some) {
    some = await db.write((tx) => deleteOldFiles(tx, now - workLimits.keepFilesMs));
  }
  return db.write(async (tx) => {
    const lines = await tx
      .delete(work)
      .where(
        and(
          lt(work.createdAt, now - workLimits.keepWorkMs),
          inArray(work.state, ["done", "failed", "cancelled"]),
          notExists(tx.select({ id: workFiles.id }).from(workFiles).where(eq(workFiles.workId, work.id))),
        ),
      )
      .returning({ id: work.id });
    const runs = await tx
      .delete(scheduledRuns)
      .where(lt(scheduledRuns.startedAt, now - workLimits.keepRunsMs))
      .returning({ id: scheduledRuns.id });
    return { files, work: lines.length, runs: runs.length };
  });
}

/** A few at a time, so that a day with many large files keeps nobody waiting. */
async function deleteOldFiles(tx: Handle, before: number): Promise<number> {
  const open = tx
    .select({ id: work.id })
    .from(work)
    .where(inArray(work.state, ["waiting", "running"]));
  const old = await tx
    .select({ id: workFiles.id })
    .from(workFiles)
    .where(and(lt(workFiles.createdAt, before), or(isNull(workFiles.workId), notInArray(workFiles.workId, open))))
    .limit(filesAtOnce);
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.delete(workFileChunks).where(inArray(workFileChunks.fileId, ids));
  await tx.delete(workFiles).where(inArray(workFiles.id, ids));
  return ids.length;
}
