import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "#app/platform/errors.ts";

/** A feed of a million people has about 180 MB; more than this is some other file. */
const largestBytes = 256 * 1024 * 1024;

export type FeedFile = { name: string; bytes: Buffer; hash: string };

/** Reads the whole file. Throws an AppError when it is missing, empty, too large or not UTF-8. `hash` is SHA-256, hex. */
export async function readFeedFile(path: string): Promise<FeedFile> {
  const name = basename(path);
  const bytes = await readBytes(path);
  if (bytes.length === 0) throw new AppError("validation-failed", `${name} is empty. Nothing was imported.`);
  if (!isUtf8(bytes)) {
    throw new AppError(
      "validation-failed",
      `${name} is not UTF-8 text, so names could be read wrongly. Save it as "CSV UTF-8". Nothing was imported.`,
    );
  }
  return { name, bytes, hash: createHash("sha256").update(bytes).digest("hex") };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new AppError("bad-request", `${path} is not a file. Name a CSV file.`);
    if (found.size > largestBytes) {
      throw new AppError("payload-too-large", `${path} has more than 256 MB, which is too large for a feed.`);
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing) throw new AppError("not-found", `There is no file ${path}.`);
    throw new AppError("bad-request", `${path} cannot be read. Check that this user may read it.`, { cause: error });
  }
}
