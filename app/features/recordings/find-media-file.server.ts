import { basename, dirname, join } from "node:path";
import type { Replay } from "../programs/release-content.ts";
import { contentType, isFileName } from "./file-name.ts";
import { filmFile } from "./film-file.ts";
import { hashFile, hashSource } from "./hash-source.server.ts";
import { rememberWhileUnchanged } from "./remember-while-unchanged.server.ts";

export type MediaFileFound =
  | { state: "found"; path: string; type: string; hash: string }
  /** The film lies at another address. */
  | { state: "elsewhere"; url: string }
  /** What lies there is not what was published. */
  | { state: "changed" };

const hashOf = rememberWhileUnchanged(hashFile);
const sourceAt = rememberWhileUnchanged((path) => hashSource(dirname(path), basename(path)));

/**
 * A file of a replay as its release names it: the film with what its playlists lead to, the poster, the captions.
 * Null for every other name. The film is hashed when it is first asked for and whenever it has changed, and is found
 * only while it is the one in the release.
 */
export async function findMediaFile(folder: string, replay: Replay, name: string): Promise<MediaFileFound | null> {
  if (!isFileName(name)) return null;
  const path = join(folder, name);
  const hash = await hashOf(path);
  const found = { state: "found" as const, path, hash: hash ?? "", type: contentType(name) ?? "" };
  if (name === replay.poster || replay.captions.some(({ file }) => file === name))
    return hash ? found : { state: "changed" };
  if ("url" in replay.source) return name === filmFile(replay) ? { state: "elsewhere", url: replay.source.url } : null;
  const source = await sourceAt(join(folder, replay.source.file));
  const isPart = name === replay.source.file || source?.hashes.has(name);
  if (!isPart) return null;
  const isPublished = hash !== null && source?.hash === replay.sourceHash && source.hashes.get(name) === hash;
  return isPublished ? found : { state: "changed" };
}
