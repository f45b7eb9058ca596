import type { Checkpoint, Replay, Scenario } from "../programs/release-content.ts";
import {
  type PresentedFeedback,
  type PresentedScenario,
  presentFeedback,
  presentScenario,
} from "../scenarios/present-scenario.ts";
import { toMs } from "./replay-media.ts";

export type PresentedCheckpoint = Omit<PresentedScenario, "id" | "title" | "type"> & {
  id: string;
  /** Milliseconds of the replay. */
  at: number;
};

/** The question without its key, its choices shuffled, the same way each time for the same person. */
export function presentCheckpoint(replay: Replay, checkpoint: Checkpoint, personId: string): PresentedCheckpoint {
  const { clauses, situation, question, choices } = presentScenario(asScenario(replay, checkpoint), personId);
  return { id: checkpoint.id, at: toMs(checkpoint.at), clauses, situation, question, choices };
}

/** The feedback to a choice, in the terms of the presented question. */
export function presentCheckpointFeedback(
  replay: Replay,
  { checkpoint, choice, personId }: { checkpoint: Checkpoint; choice: string; personId: string },
): PresentedFeedback {
  return presentFeedback(asScenario(replay, checkpoint), [choice], personId);
}

/** A checkpoint asks as a practice scenario with one answer does. */
export function asScenario(replay: Replay, checkpoint: Checkpoint): Scenario {
  const { id, clauses, situation, question, choices } = checkpoint;
  return {
    id: checkpointSubject(replay.id, id),
    moduleId: replay.id,
    title: replay.title,
    type: "single",
    clauses,
    situation,
    question,
    choices,
  };
}

/** What the evidence of an answer is about. */
export function checkpointSubject(replayId: string, checkpointId: string): string {
  return `${replayId}/${checkpointId}`;
}
