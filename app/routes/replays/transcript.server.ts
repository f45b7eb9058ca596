import { clauseLookup } from "#app/features/lessons/clause-lookup.ts";
import { getWatching } from "#app/features/replays/get-watching.server.ts";
import { replayProgress } from "#app/features/replays/replay-progress.ts";
import { sectionParagraphs } from "#app/features/replays/section-paragraphs.ts";
import type { AppContext } from "#app/platform/app-context.ts";

/** A replay to read, part by part, each with the question that is asked after it. */
export async function loadTranscript(app: AppContext, { personId, replayId }: { personId: string; replayId: string }) {
  const { replay, release, sections, checkpoints, begun, checkpointsLeft, ...state } = await getWatching({
    ...app,
    personId,
    replayId,
  });
  return {
    title: replay.title,
    summary: replay.summary,
    replayId: replay.id,
    rules: clauseLookup(release.summary),
    progress: replayProgress(replay, { ...state, begun, questionsLeft: checkpointsLeft.length }),
    parts: sections.map(({ number, start, end, done, mayRead, checkpointId }) => ({
      number,
      done,
      // What comes later has words too, and they open when it is their turn.
      paragraphs:
        done || mayRead ? sectionParagraphs(replay, { start, end, isLast: number === sections.length }) : null,
      question: (done && checkpoints.find(({ id }) => id === checkpointId)) || null,
    })),
  };
}
