import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type HashedSource, hashSource } from "../recordings/hash-source.server.ts";
import { playlistSeconds } from "../recordings/playlist.ts";
import { readMp4 } from "../recordings/read-mp4.server.ts";
import type { MediaFile } from "./replay-media.ts";

/** What the checks need to know of the files beside the replays of a program, by path. */
export async function readReplayMedia(folder: string, paths: readonly string[]): Promise<Map<string, MediaFile>> {
  const media = new Map<string, MediaFile>();
  for (const path of paths) media.set(path, await readMedia(join(folder, path)));
  return media;
}

async function readMedia(path: string): Promise<MediaFile> {
  if (path.endsWith(".vtt")) return { kind: "captions", text: await readFile(path, "utf8") };
  if (path.endsWith(".mp4")) {
    const [facts, source] = await Promise.all([readMp4(path), hashSource(dirname(path), basename(path))]);
    return { kind: "film", seconds: facts?.seconds ?? null, fastStart: facts?.fastStart ?? false, ...filmOf(source) };
  }
  if (path.endsWith(".m3u8")) {
    const source = await hashSource(dirname(path), basename(path));
    const lists = [...source.hashes.keys()].filter((name) => name.endsWith(".m3u8"));
    const texts = await Promise.all(lists.map((name) => readFile(join(dirname(path), name), "utf8")));
    const seconds = Math.max(0, ...texts.map(playlistSeconds));
    return { kind: "film", seconds: seconds || null, fastStart: true, ...filmOf(source) };
  }
  return { kind: "other" };
}

function filmOf({ hash, hashes, missing }: HashedSource) {
  return { hash, files: [...hashes.keys()], missing };
}
