import type { Replay } from "../programs/release-content.ts";

/** The chapters as WebVTT, for the timeline of a player. */
export function chaptersVtt({ chapters }: Pick<Replay, "chapters">): string {
  const cues = chapters.map(({ title, start, end }) => `${stamp(start)} --> ${stamp(end)}\n${escaped(title)}\n`);
  return ["WEBVTT\n", ...cues].join("\n");
}

function stamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
