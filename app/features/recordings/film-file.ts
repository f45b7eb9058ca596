import type { Replay } from "../programs/release-content.ts";

/** The name under which the film of a replay is asked for; one that lies elsewhere has a name by its type. */
export function filmFile({ source }: Pick<Replay, "source">): string {
  if ("file" in source) return source.file;
  return source.type === "video/mp4" ? "film.mp4" : "film.m3u8";
}
