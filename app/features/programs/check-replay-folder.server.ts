import { type ProbedMedia, probeMedia } from "../recordings/media-tools.server.ts";
import { parseCaptions } from "../recordings/parse-captions.ts";
import { readingSpeed } from "./check-captions.ts";
import { checkChoices } from "./check-choices.ts";
import { checkIds } from "./check-ids.ts";
import { checkClauseReferences } from "./check-references.ts";
import { checkRepeats } from "./check-repeats.ts";
import { checkReplayFiles } from "./check-replay-files.ts";
import { checkReplays } from "./check-replays.ts";
import type { Entry } from "./check-shape.ts";
import { contentLimits } from "./content-limits.ts";
import { type ContentProblem, problemAt, sortProblems } from "./content-problem.ts";
import { draftYamlFile } from "./draft-files.ts";
import { emptyDraft, type ProgramDraft } from "./program-draft.ts";
import { readProgramFiles } from "./read-program-files.server.ts";
import { readReplayMedia } from "./read-replay-media.server.ts";
import { type ReplaySource, replaySourceOf } from "./replay-source.ts";

export type CheckedReplay = {
  id: string;
  title: string;
  seconds: number;
  chapters: number;
  mandatory: number;
  checkpoints: number;
  captions: number;
  /** Characters a second of the fastest caption. */
  fastest: number;
  /** What measured the film: nothing for an address elsewhere. */
  measuredBy: "ffprobe" | "its own header" | null;
};

const checks = [checkReplays, checkReplayFiles, checkIds, checkChoices, checkClauseReferences, checkRepeats];

/** Checks the replays of a program alone, which takes a moment, and measures their films with ffprobe where it is. */
export async function checkReplayFolder(
  folder: string,
): Promise<{ problems: ContentProblem[]; replays: CheckedReplay[] }> {
  const { files, media, problems } = await readProgramFiles(folder);
  const draft = emptyDraft();
  for (const { kind, ...file } of files) {
    if (kind === "program" || kind === "editions" || kind === "replays")
      problems.push(...draftYamlFile(draft, kind, file));
  }
  draft.media = await readReplayMedia(folder, media);
  for (const check of checks) problems.push(...check(draft));
  const replays: CheckedReplay[] = [];
  for (const replay of draft.replays) {
    const path = filmPath(replay);
    const probed = path && draft.media.has(path) ? await probe(`${folder}/${path}`) : null;
    if (probed) problems.push(...compareWithProbe(replay, probed));
    replays.push(describe(replay, draft.media, path ? (probed ? "ffprobe" : "its own header") : null));
  }
  return { problems: sortProblems(problems.filter(({ file }) => file.startsWith("replays/"))), replays };
}

function filmPath({ value, at }: Entry<ReplaySource>): string | null {
  const source = replaySourceOf(value.source);
  return source && "file" in source ? at().file.replace(/[^/]+$/, source.file) : null;
}

/** A film that ffprobe cannot read is told by the checks of its file. */
function probe(path: string): Promise<ProbedMedia | null> {
  return probeMedia(path).catch(() => null);
}

function compareWithProbe(
  { value, at }: Entry<ReplaySource>,
  { seconds, video, audio }: ProbedMedia,
): ContentProblem[] {
  const codecs = [video?.codec, audio].filter((codec) => codec !== "h264" && codec !== "aac" && codec);
  return [
    ...(Math.abs(seconds - value.duration) > contentLimits.replay.durationSeconds
      ? [problemAt(at("duration"), `${value.source} lasts ${seconds.toFixed(1)} seconds. Correct the duration.`)]
      : []),
    ...(codecs.length > 0
      ? [
          problemAt(
            at("source"),
            `${value.source} holds ${codecs.join(" and ")}, which some browsers do not play. Make it anew as H.264 and AAC.`,
          ),
        ]
      : []),
  ];
}

function describe(
  { value, at }: Entry<ReplaySource>,
  media: ProgramDraft["media"],
  measuredBy: CheckedReplay["measuredBy"],
): CheckedReplay {
  const file = media.get(at().file.replace(/[^/]+$/, value.captions[0]?.file ?? ""));
  const { cues } = parseCaptions(file?.kind === "captions" ? file.text : "WEBVTT");
  return {
    id: value.id,
    title: value.title,
    seconds: value.duration,
    chapters: value.chapters.length,
    mandatory: value.chapters.filter(({ mandatory }) => mandatory).length,
    checkpoints: value.checkpoints.length,
    captions: cues.length,
    fastest: Math.max(0, ...cues.map(readingSpeed)),
    measuredBy,
  };
}
