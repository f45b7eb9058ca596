import type { Replay } from "../programs/release-content.ts";
import { toMs } from "./replay-media.ts";

export type SectionParagraph = {
  /** The chapter that begins here, if one does. */
  chapter: string | null;
  text: string;
};

/** A speaker who waits this long, in seconds, begins a new thought. */
const pause = 1;

/** What is said between two milliseconds of a replay, as paragraphs to read. */
export function sectionParagraphs(
  { cues, chapters }: Pick<Replay, "cues" | "chapters">,
  { start, end, isLast }: { start: number; end: number; isLast: boolean },
): SectionParagraph[] {
  const said = cues.filter((cue) => toMs(cue.start) >= start && (toMs(cue.start) < end || isLast));
  const paragraphs: SectionParagraph[] = [];
  let before: (typeof cues)[number] | undefined;
  for (const cue of said) {
    const chapter = chapters.findLast((one) => one.start <= cue.start);
    const begins = before === undefined || chapters.findLast((one) => one.start <= (before?.start ?? 0)) !== chapter;
    const last = paragraphs.at(-1);
    if (!last || begins || cue.start - (before?.end ?? 0) >= pause)
      paragraphs.push({ chapter: begins ? (chapter?.title ?? null) : null, text: cue.text });
    else last.text += ` ${cue.text}`;
    before = cue;
  }
  return paragraphs;
}
