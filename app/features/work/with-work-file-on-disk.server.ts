import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Handle } from "#app/platform/db.server.ts";
import { readWorkFile } from "./read-work-file.server.ts";

/** Hands a stored file to what reads files from a disk, under its own name, and takes it away afterwards. */
export async function withWorkFileOnDisk<T>(
  handle: Handle,
  { fileId, name }: { fileId: string; name: string },
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "cleared-work-"));
  try {
    const path = join(folder, name.replace(/[^\p{L}\p{N}._ -]/gu, "_") || "file");
    await pipeline(readWorkFile(handle, fileId), createWriteStream(path));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
