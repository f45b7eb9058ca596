import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { certifications, type Database, type Handle, storyPlays } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { getStory } from "../programs/get-story.server.ts";
import type { StoryPlay } from "./find-open-play.server.ts";
import { getPlay } from "./get-play.server.ts";
import { choiceOfToken } from "./present-scene.ts";
import { takeChoice } from "./take-choice.ts";

export type ChosenInStory = {
  /** `moved-on`: the story has left that scene by another choice, which stands; nothing has changed. */
  state: "taken" | "same-choice" | "moved-on";
  /** The play has come to its end, now or before. */
  ended: boolean;
};

/**
 * Takes a choice in the scene that the play is in; `choice` is the token of the presented one. With the choice that
 * leads to an ending, the play ends and its evidence is written in the same transaction. Throws not-found for a play of
 * somebody else and validation-failed for a choice that the scene does not offer.
 */
export async function chooseInStory(given: {
  db: Database;
  clock: Clock;
  personId: string;
  playId: string;
  sceneId: string;
  choice: string;
}): Promise<ChosenInStory> {
  const { db, clock, personId, playId, sceneId, choice } = given;
  const { releaseId, storyId } = await getPlay(db.read, { personId, playId });
  const story = await getStory(db, releaseId, storyId);
  const scene = story.scenes.find(({ id }) => id === sceneId);
  const choiceId = scene ? choiceOfToken(scene, { token: choice, personId }) : null;
  return db.write(
    async (tx): Promise<ChosenInStory> => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const play = await getPlay(tx, { personId, playId });
      const ended = play.endedAt !== null;
      // A later cycle has begun this play anew, with what its own release tells.
      if (play.releaseId !== releaseId) return { state: "moved-on", ended };
      const result = takeChoice(story, { path: play.path, sceneId, choiceId });
      if (!result.taken) {
        if (result.reason !== "no-such-choice") return { state: result.reason, ended };
        throw new AppError("validation-failed", "The scene does not offer this choice. Open the story again.");
      }
      const path = [...play.path, { ...result.step, at: now }];
      if (result.endingId === null) await tx.update(storyPlays).set({ path }).where(eq(storyPlays.id, playId));
      else await endPlay(tx, { ...play, path, endedAt: now, endingId: result.endingId });
      return { state: "taken", ended: result.endingId !== null };
    },
    { person: personId },
  );
}

async function endPlay(tx: Handle, play: StoryPlay & { endedAt: number; endingId: string }): Promise<void> {
  const { id: playId, personId, registrationId, releaseId, storyId, number, path, startedAt, endedAt, endingId } = play;
  await tx.update(storyPlays).set({ path, endedAt, endingId }).where(eq(storyPlays.id, playId));
  const [certified] = await tx
    .select({ id: certifications.id })
    .from(certifications)
    .where(eq(certifications.registrationId, registrationId));
  await appendEvidence(tx, {
    personId,
    at: endedAt,
    // A finished registration takes no more evidence: what is played after it, for practice, stands beside it.
    registrationId: certified ? null : registrationId,
    releaseId,
    subject: storyId,
    body: { kind: "story_ended", playId, storyId, number, path, endingId, startedAt },
  });
}
