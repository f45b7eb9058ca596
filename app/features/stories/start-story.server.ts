import { and, count, eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, storyPlays } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { ensureRegistration } from "../certification/ensure-registration.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { findOpenPlay, type StoryPlay } from "./find-open-play.server.ts";

export type StartedPlay = { state: "started" | "resumed"; play: StoryPlay };

/**
 * Begins the story of the current release, as often as the person likes, or goes on with the play that is open: of two
 * that start at once, both get the same. The first play may open the registration. Throws not-found for a release
 * without a story.
 */
export async function startStory(given: { db: Database; clock: Clock; personId: string }): Promise<StartedPlay> {
  const { db, clock, personId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const { programId, editionId, id: releaseId } = release;
  const storyId = release.summary.story?.id;
  if (storyId === undefined) throw new AppError("not-found", "The program has no story. Its page lists what it has.");
  return db.write(
    async (tx): Promise<StartedPlay> => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const registration = await ensureRegistration(tx, { personId, programId, editionId, now });
      const open = await findOpenPlay(tx, { personId, storyId });
      if (open?.registrationId === registration.id) return { state: "resumed", play: open };
      const number = await nextNumber(tx, { registrationId: registration.id, storyId });
      const fresh = { registrationId: registration.id, releaseId, number, path: [], startedAt: now };
      return open ? beginAnew(tx, open, fresh) : insertPlay(tx, { ...fresh, id: newId(), personId, storyId });
    },
    { person: personId },
  );
}

/** A play left open in an earlier cycle has told nothing yet that counts: it begins anew in the one that runs now. */
async function beginAnew(tx: Handle, open: StoryPlay, fresh: Partial<StoryPlay>): Promise<StartedPlay> {
  const [play] = await tx.update(storyPlays).set(fresh).where(eq(storyPlays.id, open.id)).returning();
  if (!play) throw new Error("An open play is gone.");
  return { state: "started", play };
}

async function insertPlay(tx: Handle, fresh: Omit<StoryPlay, "endedAt" | "endingId">): Promise<StartedPlay> {
  const [started] = await tx.insert(storyPlays).values(fresh).onConflictDoNothing().returning();
  if (started) return { state: "started", play: started };
  const open = await findOpenPlay(tx, fresh);
  if (!open) throw new Error("A story was neither started nor found.");
  return { state: "resumed", play: open };
}

async function nextNumber(tx: Handle, scope: { registrationId: string; storyId: string }): Promise<number> {
  const [played] = await tx
    .select({ plays: count() })
    .from(storyPlays)
    .where(and(eq(storyPlays.registrationId, scope.registrationId), eq(storyPlays.storyId, scope.storyId)));
  return (played?.plays ?? 0) + 1;
}
