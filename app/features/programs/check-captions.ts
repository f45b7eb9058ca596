import { type PlacedCue, parseCaptions } from "../recordings/parse-captions.ts";
import { explainHidden, findHiddenCharacter } from "./check-text.ts";
import { contentLimits } from "./content-limits.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";

const { charactersPerSecond, silentSeconds, captionLines } = contentLimits.replay;
/** A caption may outlast the film by rounding. */
const rounding = 0.5;

/** Captions can be read, stand in order without overlap, leave no long silence, and give the time to read them. */
export function checkCaptions(given: { file: string; text: string; duration: number }): ContentProblem[] {
  const { file, text, duration } = given;
  const { cues, faults } = parseCaptions(text);
  const problems = faults.map(({ line, message }) => problemAt({ file, line }, message));
  if (cues.length === 0 && faults.length === 0)
    return [problemAt({ file, line: 1 }, "The file holds no captions. Write what is said.")];
  let before = 0;
  for (const cue of cues) {
    problems.push(...checkCue(cue, file));
    const at = { file, line: cue.line };
    if (cue.start < before) problems.push(problemAt(at, explainOverlap));
    else if (cue.start - before > silentSeconds) problems.push(problemAt(at, explainSilence(cue.start - before)));
    before = Math.max(before, cue.end);
  }
  const last = cues.at(-1);
  if (last && duration - before > silentSeconds)
    problems.push(
      problemAt(
        { file, line: last.line },
        `The captions end ${Math.round(duration - before)} seconds before the replay does. Write the rest.`,
      ),
    );
  if (last && before > duration + rounding)
    problems.push(
      problemAt({ file, line: last.line }, "The captions go on after the end of the replay. Correct their times."),
    );
  return problems;
}

const explainOverlap = "This caption begins before the one above it has ended. Correct one of the two times.";

function explainSilence(seconds: number): string {
  return `There is no caption for ${Math.round(seconds)} seconds before this one. Write what is said or heard, such as [music].`;
}

function checkCue({ start, end, text, line }: PlacedCue, file: string): ContentProblem[] {
  const at = { file, line };
  if (text === "") return [problemAt(at, "The caption is empty. Write what is said, or remove it.")];
  if (end <= start) return [problemAt(at, "The caption ends before it begins. Correct one of the two times.")];
  const speed = readingSpeed({ start, end, text });
  const hidden = findHiddenCharacter(text.replaceAll("\n", " "));
  return [
    ...(speed > charactersPerSecond
      ? [
          problemAt(
            at,
            `The caption shows ${Math.ceil(speed)} characters a second, and people read ${charactersPerSecond}. Give it more time or split it.`,
          ),
        ]
      : []),
    ...(text.split("\n").length > captionLines
      ? [problemAt(at, `The caption has more than ${captionLines} lines. Split it.`)]
      : []),
    ...(hidden ? [problemAt(at, explainHidden(hidden))] : []),
  ];
}

/** Characters a second; a line end counts as a space. */
export function readingSpeed({ start, end, text }: { start: number; end: number; text: string }): number {
  return [...text].length / (end - start);
}
