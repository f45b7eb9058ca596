import type { Clock } from "#app/platform/clock.ts";
import type { Database, Segment } from "#app/platform/db.server.ts";
import type { Release, Replay } from "../programs/release-content.ts";
import type { PresentedFeedback } from "../scenarios/present-scenario.ts";
import { findWatching } from "./find-watching.server.ts";
import { getReplayForPerson } from "./get-replay-for-person.server.ts";
import { type PresentedCheckpoint, presentCheckpoint, presentCheckpointFeedback } from "./present-checkpoint.ts";
import { readCheckpointAnswers } from "./read-checkpoint-answers.server.ts";
import { resumePoint } from "./resume-point.ts";
import { mayReadSection, type TranscriptSection, transcriptSections } from "./transcript-sections.ts";
import { stateOfCompleted, type WatchedState, watchedState } from "./watched-state.ts";

export type WatchingPage = WatchedState & {
  /** With everything but the checkpoints, whose keys stay on the server. */
  replay: Omit<Replay, "checkpoints">;
  release: Release;
  /** Opened at least once. */
  begun: boolean;
  /** Milliseconds of the replay. */
  resumeAt: number;
  furthest: number;
  segments: Segment[];
  firstView: boolean;
  completedAt: number | null;
  /** In the order of their times; `feedback` to the answer that stands. */
  checkpoints: (PresentedCheckpoint & { feedback: PresentedFeedback | null })[];
  sections: (TranscriptSection & { mayRead: boolean })[];
};

/** All that a page which plays a replay, or shows its transcript, needs: also where to go on. Throws not-found. */
export async function getWatching(given: {
  db: Database;
  clock: Clock;
  personId: string;
  replayId: string;
}): Promise<WatchingPage> {
  const { db, personId, replayId } = given;
  const { replay, release, media } = await getReplayForPerson(given);
  const scope = { personId, replayId, media };
  const watching = await findWatching(db.read, scope);
  const answers = await readCheckpointAnswers(db.read, scope);
  const answered = new Set(answers.keys());
  const { segments, furthest, position, completedAt } = watching ?? unseen;
  const sections = transcriptSections(replay, segments);
  const { checkpoints, ...shown } = replay;
  const state = watchedState(replay, { segments, answered });
  const ordered = [...checkpoints].sort((a, b) => a.at - b.at);
  return {
    ...(completedAt === null ? state : stateOfCompleted(state)),
    begun: watching !== null,
    replay: shown,
    release,
    resumeAt: resumePoint(replay, { position }),
    furthest,
    segments,
    firstView: completedAt === null,
    completedAt,
    checkpoints: ordered.map((checkpoint) => {
      const choice = answers.get(checkpoint.id)?.choice;
      const feedback = choice ? presentCheckpointFeedback(replay, { checkpoint, choice, personId }) : null;
      return { ...presentCheckpoint(replay, checkpoint, personId), feedback };
    }),
    sections: sections.map((section) => ({
      ...section,
      mayRead: mayReadSection(sections, { number: section.number, answered }),
    })),
  };
}

const unseen = { segments: [], furthest: 0, position: 0, completedAt: null };
