import type { Clock } from "#app/platform/clock.ts";
import { type Database, watchings } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { completeReplay } from "./complete-replay.server.ts";
import { ensureWatching, ofWatching } from "./find-watching.server.ts";
import { getReplayForPerson } from "./get-replay-for-person.server.ts";
import { mergeSegments } from "./merge-segments.ts";
import { readCheckpointAnswers } from "./read-checkpoint-answers.server.ts";
import { mayReadSection, transcriptSections } from "./transcript-sections.ts";
import { watchRegistration } from "./watch-registration.server.ts";

export type ReadSection = {
  /** `done-before`: watched or read already; nothing has changed. */
  state: "read" | "done-before";
  complete: boolean;
};

/**
 * The person confirms that they have read a section (counted from 1) of the transcript; it counts as watched. Throws
 * not-found for an unknown replay or section, and not-allowed while the section before it is not done or the question
 * after that one has no answer.
 */
export async function readTranscriptSection(given: {
  db: Database;
  clock: Clock;
  personId: string;
  replayId: string;
  section: number;
}): Promise<ReadSection> {
  const { db, clock, personId, replayId, section: number } = given;
  const { replay, release, media } = await getReplayForPerson(given);
  const scope = { personId, replayId, media };
  return db.write(
    async (tx): Promise<ReadSection> => {
      const watching = await ensureWatching(tx, { ...scope, now: clock.now() });
      const sections = transcriptSections(replay, watching.segments);
      const section = sections.find((one) => one.number === number);
      if (!section) throw new AppError("not-found", "There is no such part of this transcript. Open it again.");
      if (section.done) return { state: "done-before", complete: watching.completedAt !== null };
      const answered = new Set((await readCheckpointAnswers(tx, scope)).keys());
      if (!mayReadSection(sections, { number, answered }))
        throw new AppError("not-allowed", "The part before this one comes first, with its question. Go back to it.");
      const { start, end } = section;
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const seen = {
        segments: mergeSegments(watching.segments, [[start, end]]),
        furthest: Math.max(watching.furthest, end),
        position: end,
        updatedAt: now,
      };
      await tx.update(watchings).set(seen).where(ofWatching(scope));
      await appendEvidence(tx, {
        personId,
        at: now,
        registrationId: await watchRegistration(tx, { personId, editionId: release.editionId, now }),
        releaseId: release.id,
        subject: `${replayId}/${number}`,
        body: { kind: "transcript_section_read", replayId, media, section: number, start, end },
      });
      const complete = await completeReplay(tx, { watching: { ...watching, ...seen }, replay, release, now });
      return { state: "read", complete };
    },
    { person: personId },
  );
}
