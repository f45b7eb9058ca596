import type { Entry } from "./check-shape.ts";
import { contentLimits } from "./content-limits.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import type { DraftCheck } from "./program-draft.ts";
import type { ReplaySource } from "./replay-source.ts";

const { checkpointSeconds, chapterSeconds } = contentLimits.replay;

/** Chapters cover each replay from beginning to end; checkpoints lie inside and apart; no two replays share a place. */
export const checkReplays: DraftCheck = ({ replays }) => [
  ...replays.flatMap((replay) => [...checkFolder(replay), ...checkChapters(replay), ...checkCheckpoints(replay)]),
  ...replays.flatMap(({ value, at }, n) => {
    const before = replays.slice(0, n).find((one) => one.value.order === value.order);
    if (!before) return [];
    return [problemAt(at("order"), `Replay ${before.value.id} has the same order. Give each its own.`)];
  }),
];

function checkFolder({ value, at }: Entry<ReplaySource>): ContentProblem[] {
  const folder = at().file.split("/")[1];
  if (folder === value.id) return [];
  return [problemAt(at("id"), `The replay lies in the folder ${folder}. Name the folder as the id, ${value.id}.`)];
}

function checkChapters({ value: { chapters, duration }, at }: Entry<ReplaySource>): ContentProblem[] {
  const problems: ContentProblem[] = [];
  let before = 0;
  for (const [n, { id, start, end }] of chapters.entries()) {
    if (start > before) problems.push(problemAt(at("chapters", n, "start"), explainGap(id, start - before)));
    if (start < before) problems.push(problemAt(at("chapters", n, "start"), explainOverlap(id, before)));
    if (end - start < chapterSeconds) problems.push(problemAt(at("chapters", n, "end"), explainShort(id)));
    before = Math.max(before, end);
  }
  if (before === duration) return problems;
  const message = `The chapters end at ${before} seconds and the replay at ${duration}. Let the last chapter end with it.`;
  return [...problems, problemAt(at("chapters", chapters.length - 1, "end"), message)];
}

const seconds = (value: number) => Math.round(value * 1000) / 1000;
const explainGap = (id: string, gap: number) =>
  `${seconds(gap)} seconds before chapter ${id} belong to no chapter. Let it start where the one before ends.`;
const explainOverlap = (id: string, before: number) =>
  `Chapter ${id} starts before the one above it ends, at ${before} seconds. Let it start there.`;
const explainShort = (id: string) => `Chapter ${id} lasts less than ${chapterSeconds} seconds. Join it with another.`;

function checkCheckpoints({ value: { checkpoints, duration }, at }: Entry<ReplaySource>): ContentProblem[] {
  return checkpoints.flatMap(({ id, at: time }, n) => {
    const before = checkpoints[n - 1]?.at ?? 0;
    const place = at("checkpoints", n, "at");
    if (time >= duration)
      return [problemAt(place, `Checkpoint ${id} lies after the end of the replay. Correct its time.`)];
    if (time - before >= checkpointSeconds) return [];
    const what = n === 0 ? "the beginning" : "the checkpoint above it";
    return [problemAt(place, `Checkpoint ${id} comes less than ${checkpointSeconds} seconds after ${what}. Move one.`)];
  });
}
