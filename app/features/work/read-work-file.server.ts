import { and, asc, eq, gte, isNotNull, ne } from "drizzle-orm";
import { type Handle, workFileChunks, workFiles } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

/** A whole file of one work. Throws not-found for one that is of other work, not finished, or not kept any more. */
export async function getWorkFile(handle: Handle, { workId, fileId }: { workId: string; fileId: string }) {
  const [file] = await handle
    .select({ id: workFiles.id, name: workFiles.name, mediaType: workFiles.mediaType, size: workFiles.size })
    .from(workFiles)
    .where(
      and(
        ...[eq(workFiles.id, fileId), eq(workFiles.workId, workId)],
        ...[isNotNull(workFiles.completedAt), ne(workFiles.role, "sight")],
      ),
    );
  if (!file) throw new AppError("not-found", "This file is not kept any more. Start the work again to get a new one.");
  return file;
}

/** The bytes of a file, one stored part in memory at a time. */
export async function* readWorkFile(handle: Handle, fileId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const [part] = await handle
      .select({ body: workFileChunks.body })
      .from(workFileChunks)
      .where(and(eq(workFileChunks.fileId, fileId), gte(workFileChunks.position, position)))
      .orderBy(asc(workFileChunks.position))
      .limit(1);
    if (!part) return;
    yield part.body;
  }
}
