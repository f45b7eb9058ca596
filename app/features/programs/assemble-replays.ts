import { parseCaptions } from "../recordings/parse-captions.ts";
import type { ProgramDraft } from "./program-draft.ts";
import type { Replay } from "./release-content.ts";
import { type ReplaySource, replaySourceOf } from "./replay-source.ts";

/** The replays of a draft without problems, in their order, with the first captions as the transcript. */
export function assembleReplays({ replays, media }: Pick<ProgramDraft, "replays" | "media">): Replay[] {
  return replays
    .toSorted((a, b) => a.value.order - b.value.order)
    .map(({ value, at }) => assembleReplay(value, (file) => media.get(at().file.replace(/[^/]+$/, file))));
}

function assembleReplay(
  { order: _, duration, source: named, poster, ...value }: ReplaySource,
  find: (file: string) => ReturnType<ProgramDraft["media"]["get"]>,
): Replay {
  const source = replaySourceOf(named);
  if (!source) throw new Error(`The source of replay ${value.id} was not checked.`);
  const film = "file" in source ? find(source.file) : undefined;
  const captions = find(value.captions[0]?.file ?? "");
  const { cues } = parseCaptions(captions?.kind === "captions" ? captions.text : "WEBVTT");
  return {
    ...value,
    durationSeconds: duration,
    source,
    sourceHash: film?.kind === "film" ? film.hash : null,
    poster: poster ?? null,
    cues: cues.map(({ start, end, text }) => ({ start, end, text: text.replaceAll("\n", " ") })),
    checkpoints: value.checkpoints.map((checkpoint) => ({
      ...checkpoint,
      choices: checkpoint.choices.map(({ correct, ...choice }) => ({ ...choice, correct: correct === true })),
    })),
  };
}

/** Whole minutes, at least one. */
export function replayMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
