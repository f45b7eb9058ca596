import type { Clock } from "#app/platform/clock.ts";
import { type Database, lessonPlaces } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { getLesson } from "../programs/get-lesson.server.ts";
import type { Lesson } from "../programs/release-content.ts";
import { lessonParts } from "./lesson-parts.ts";
import { listReadHeadings } from "./list-read-headings.server.ts";
import { readingCycle } from "./reading-cycle.server.ts";

/** More than any lesson has. */
const mostHeadings = 100;

type Given = { db: Database; clock: Clock; personId: string; moduleId: string };

/**
 * Remembers which parts of a lesson the person has gone through, so that they can go on from there. It is no evidence
 * and never counts as reading the lesson. `headings` are slugs, or found in the lesson; those it does not have and
 * those marked before are left out. Answers with
 * the lesson. Throws not-found for an unknown lesson and validation-failed for too many.
 */
export async function markHeadings({
  headings,
  ...given
}: Given & { headings: readonly string[] | ((lesson: Lesson) => string[]) }): Promise<Lesson> {
  const { db, clock, personId, moduleId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const { editionId } = release;
  const lesson = await getLesson(db, release.id, moduleId);
  const known = new Set(lessonParts(lesson.body).parts.map((part) => part.slug));
  const asked = typeof headings === "function" ? headings(lesson) : headings;
  if (asked.length > mostHeadings) throw new AppError("validation-failed", "No lesson has that many headings.");
  const wanted = [...new Set(asked)].filter((heading) => known.has(heading));
  const cycle = await readingCycle(db.read, { personId, editionId, now: clock.now() });
  const marked = await listReadHeadings(db.read, { personId, editionId, cycle, moduleId });
  if (wanted.every((heading) => marked.has(heading))) return lesson;
  await db.write(
    async (tx) => {
      const seenAt = clock.now();
      const place = { personId, editionId, cycle: await readingCycle(tx, { personId, editionId, now: seenAt }) };
      await tx
        .insert(lessonPlaces)
        .values(wanted.map((heading) => ({ ...place, moduleId, heading, seenAt })))
        .onConflictDoNothing();
    },
    { person: personId },
  );
  return lesson;
}
