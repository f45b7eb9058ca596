import { and, eq, inArray, ne } from "drizzle-orm";
import { type Handle, workFileChunks, workFiles } from "#app/platform/db.server.ts";

/** Takes the files of one work away; with `made`, only those that a run has made and not what was handed in. */
export async function deleteWorkFiles(tx: Handle, { workId, made }: { workId: string; made: boolean }): Promise<void> {
  const theirs = and(eq(workFiles.workId, workId), made ? ne(workFiles.role, "input") : undefined);
  const files = await tx.select({ id: workFiles.id }).from(workFiles).where(theirs);
  const ids = files.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.delete(workFileChunks).where(inArray(workFileChunks.fileId, ids));
  await tx.delete(workFiles).where(inArray(workFiles.id, ids));
}
