import type { Replay } from "../programs/release-content.ts";

export type ChapterOn = { replayId: string; replayTitle: string; chapterTitle: string };

type Shown = Pick<Replay, "id" | "title" | "chapters" | "checkpoints">;

/**
 * The chapters of replays where a clause is talked about: those that ask about it, or else about another clause of its
 * section. A question belongs to the chapter that it interrupts or ends.
 */
export function chaptersOn(clause: string, replays: readonly Shown[]): ChapterOn[] {
  const section = (id: string) => id.split(".")[0];
  const exact = find(replays, (id) => id === clause);
  return exact.length > 0 ? exact : find(replays, (id) => section(id) === section(clause));
}

function find(replays: readonly Shown[], wanted: (clause: string) => boolean): ChapterOn[] {
  return replays.flatMap(({ id, title, chapters, checkpoints }) => {
    const asked = checkpoints.filter(({ clauses }) => clauses.some(wanted));
    return chapters
      .filter(({ start, end }) => asked.some(({ at }) => at > start && at <= end))
      .map((chapter) => ({ replayId: id, replayTitle: title, chapterTitle: chapter.title }));
  });
}
