import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { choicesOfTokens, type PresentedFeedback } from "../scenarios/present-scenario.ts";
import { completeReplay } from "./complete-replay.server.ts";
import { findWatching } from "./find-watching.server.ts";
import { getReplayForPerson } from "./get-replay-for-person.server.ts";
import { asScenario, checkpointSubject, presentCheckpointFeedback } from "./present-checkpoint.ts";
import { readCheckpointAnswers } from "./read-checkpoint-answers.server.ts";
import { toMs } from "./replay-media.ts";
import { beatSeconds, watchLimits } from "./watch-limits.ts";
import { watchRegistration } from "./watch-registration.server.ts";

export type AnsweredCheckpoint = {
  /** `answered-before`: the first answer stands, and the feedback is to that one. */
  state: "answered" | "answered-before";
  feedback: PresentedFeedback;
  /** The replay is complete, now or before. */
  complete: boolean;
};

/**
 * Takes the answer at a checkpoint; `choice` is the token of the presented one. The first one counts, right or wrong.
 * Throws not-found for an unknown replay or checkpoint, validation-failed for a choice that it does not offer, and
 * not-allowed before the replay has got there.
 */
export async function answerCheckpoint(given: {
  db: Database;
  clock: Clock;
  personId: string;
  replayId: string;
  checkpointId: string;
  choice: string;
}): Promise<AnsweredCheckpoint> {
  const { db, clock, personId, replayId, checkpointId } = given;
  const { replay, release, media } = await getReplayForPerson(given);
  const checkpoint = replay.checkpoints.find(({ id }) => id === checkpointId);
  if (!checkpoint) throw new AppError("not-found", "There is no such question in this replay. Open the replay again.");
  const [choice = ""] = choicesOfTokens(asScenario(replay, checkpoint), [given.choice], personId);
  const chosen = checkpoint.choices.find(({ id }) => id === choice);
  if (!chosen) throw new AppError("validation-failed", "Choose one answer, then check it.");
  const scope = { personId, replayId, media };
  return db.write(
    async (tx): Promise<AnsweredCheckpoint> => {
      const watching = await findWatching(tx, scope);
      // The report of the last seconds may still be under way.
      const reached = (watching?.furthest ?? 0) + toMs(beatSeconds) + watchLimits.slack;
      if (!watching || reached < toMs(checkpoint.at))
        throw new AppError("not-allowed", "The replay has not got to this question yet. Watch or read on to it first.");
      const feedbackTo = (id: string) => presentCheckpointFeedback(replay, { checkpoint, choice: id, personId });
      const before = (await readCheckpointAnswers(tx, scope)).get(checkpointId);
      if (before) {
        const feedback = feedbackTo(before.choice);
        return { state: "answered-before", feedback, complete: watching.completedAt !== null };
      }
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      await appendEvidence(tx, {
        personId,
        at: now,
        registrationId: await watchRegistration(tx, { personId, editionId: release.editionId, now }),
        releaseId: release.id,
        subject: checkpointSubject(replayId, checkpointId),
        body: { kind: "checkpoint_answered", replayId, media, checkpointId, choice, correct: chosen.correct },
      });
      const complete = await completeReplay(tx, { watching, replay, release, now });
      return { state: "answered", feedback: feedbackTo(choice), complete };
    },
    { person: personId },
  );
}
