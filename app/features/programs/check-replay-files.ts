import { checkCaptions } from "./check-captions.ts";
import type { Entry } from "./check-shape.ts";
import { contentLimits } from "./content-limits.ts";
import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import type { DraftCheck, ProgramDraft } from "./program-draft.ts";
import { type ReplaySource, replaySourceOf } from "./replay-source.ts";

/** The files that a replay names are there and hold what it says, and nothing lies beside it that nobody names. */
export const checkReplayFiles: DraftCheck = (draft) => {
  const checked = draft.replays.map((replay) => checkFiles(replay, draft.media));
  const named = new Set(checked.flatMap(({ named }) => named));
  const strays = [...draft.media.keys()].filter((path) => !named.has(path));
  return [
    ...checked.flatMap(({ problems }) => problems),
    // Where a description cannot be read, nobody knows what it names.
    ...(draft.complete.replays ? strays : []).map((file) =>
      problemAt({ file, line: 1 }, "No replay.yaml names this file. Name it, or move it away."),
    ),
  ];
};

type Media = ProgramDraft["media"];

function checkFiles({ value, at }: Entry<ReplaySource>, media: Media): { named: string[]; problems: ContentProblem[] } {
  const folder = at().file.replace(/[^/]+$/, "");
  const problems: ContentProblem[] = [];
  const named: string[] = [];
  const find = (file: string, place: Place) => {
    named.push(folder + file);
    const found = media.get(folder + file);
    if (!found)
      problems.push(problemAt(place, `There is no file ${file} beside this one. Add it, or correct the name.`));
    return found;
  };
  if (value.poster) find(value.poster, at("poster"));
  for (const [n, { file }] of value.captions.entries()) {
    const found = find(file, at("captions", n, "file"));
    if (found?.kind === "captions")
      problems.push(...checkCaptions({ file: folder + file, text: found.text, duration: value.duration }));
  }
  const source = replaySourceOf(value.source);
  if (source && "file" in source) {
    const film = find(source.file, at("source"));
    if (film?.kind === "film") {
      named.push(...film.files.map((name) => folder + name));
      problems.push(...checkFilm({ value, at }, film));
    }
  }
  return { named, problems };
}

type Film = Extract<NonNullable<ReturnType<Media["get"]>>, { kind: "film" }>;

function checkFilm({ value, at }: Entry<ReplaySource>, { seconds, fastStart, missing }: Film): ContentProblem[] {
  if (missing.length > 0)
    return [problemAt(at("source"), `${value.source} leads to ${missing.join(", ")}, which is missing. Add it.`)];
  if (seconds === null)
    return [problemAt(at("source"), `The length of ${value.source} cannot be read. Make the file anew as MP4 or HLS.`)];
  return [
    ...(Math.abs(seconds - value.duration) > contentLimits.replay.durationSeconds
      ? [problemAt(at("duration"), `${value.source} lasts ${seconds.toFixed(1)} seconds. Correct the duration.`)]
      : []),
    ...(fastStart ? [] : [problemAt(at("source"), explainSlowStart(value.source))]),
  ];
}

const explainSlowStart = (file: string) =>
  `${file} has its index at the end, so it plays only once all of it has come. Make it anew with fast start: ffmpeg -i IN -c copy -movflags +faststart OUT.`;
