import { and, eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { type Handle, work, workFileChunks, workFiles } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { workLimits } from "./work-limits.ts";

type NewFile = Pick<typeof workFiles.$inferInsert, "workId" | "role" | "name" | "mediaType">;
type Options = {
  signal?: AbortSignal;
  mostBytes?: number;
  /** The run that makes the file. */
  claim?: string;
};

/**
 * Stores a file part by part while it is made or arrives, so that memory holds one part of it. Throws
 * `payload-too-large`, and `conflict` for a run that has lost its work to another; whatever goes wrong, nothing of it stays.
 */
export async function storeWorkFile(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  file: NewFile,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { signal, mostBytes = workLimits.fileBytes, claim }: Options = {},
): Promise<{ id: string; size: number }> {
  const id = newId();
  await db.write(async (tx) => {
    await tx.insert(workFiles).values({ id, ...file, size: 0, createdAt: clock.now() });
  });
  let size = 0;
  let position = 0;
  try {
    for await (const part of partsOf(source)) {
      signal?.throwIfAborted();
      size += part.length;
      if (size > mostBytes) throw tooLarge(mostBytes);
      const row = { fileId: id, position, body: part };
      await db.write(async (tx) => void (await tx.insert(workFileChunks).values(row)));
      position += 1;
    }
    await db.write(async (tx) => {
      if (claim !== undefined && !(await isHeld(tx, { workId: file.workId ?? "", claim })))
        throw new AppError("conflict", "This work was taken over, so what this run has made is not kept.");
      await tx.update(workFiles).set({ size, completedAt: clock.now() }).where(eq(workFiles.id, id));
    });
    return { id, size };
  } catch (error) {
    await db.write(async (tx) => {
      await tx.delete(workFileChunks).where(eq(workFileChunks.fileId, id));
      await tx.delete(workFiles).where(eq(workFiles.id, id));
    });
    throw error;
  }
}

async function isHeld(tx: Handle, { workId, claim }: { workId: string; claim: string }): Promise<boolean> {
  const [row] = await tx
    .select({ id: work.id })
    .from(work)
    .where(and(eq(work.id, workId), eq(work.claim, claim), eq(work.state, "running")));
  return row !== undefined;
}

/** The same bytes in parts of one size, whatever sizes they come in. */
async function* partsOf(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    for (let from = 0; from < piece.length; ) {
      const some = piece.subarray(from, from + workLimits.chunkBytes - length);
      held.push(some);
      length += some.length;
      from += some.length;
      if (length < workLimits.chunkBytes) continue;
      yield Buffer.concat(held);
      held = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}

function tooLarge(mostBytes: number): AppError {
  const megabytes = Math.floor(mostBytes / 1024 / 1024);
  return new AppError("payload-too-large", `The file has more than ${megabytes} MB. Nothing of it was kept.`);
}
