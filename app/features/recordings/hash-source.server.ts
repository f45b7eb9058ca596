import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { isFileName } from "./file-name.ts";
import { namedInPlaylist } from "./playlist.ts";

export type HashedSource = {
  /** SHA-256 in hexadecimal: of the file, or for a playlist of the names and hashes of all that it leads to. */
  hash: string;
  /** Of each file by its name: the one itself and, for a playlist, whatever it leads to. */
  hashes: Map<string, string>;
  /** Named and not there. */
  missing: string[];
};

/** Hashes a recording that lies in `folder`: one film, or a playlist with its segments. */
export async function hashSource(folder: string, file: string): Promise<HashedSource> {
  const hashes = new Map<string, string>();
  const missing: string[] = [];
  const waiting = [file];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (hashes.has(name) || missing.includes(name)) continue;
    const hash = isFileName(name) ? await hashFile(join(folder, name)) : null;
    if (hash) hashes.set(name, hash);
    else missing.push(name);
    if (hash && name.endsWith(".m3u8")) waiting.push(...namedInPlaylist(await readFile(join(folder, name), "utf8")));
  }
  return { hash: hashes.size > 1 ? hashOfAll(hashes) : (hashes.get(file) ?? ""), hashes, missing };
}

function hashOfAll(hashes: Map<string, string>): string {
  const lines = [...hashes].map(([name, hash]) => `${name}\0${hash}\n`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex");
}

/** SHA-256 of a file, in hexadecimal; null when it is not there. */
export async function hashFile(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR") return null;
    throw error;
  }
  return hash.digest("hex");
}
