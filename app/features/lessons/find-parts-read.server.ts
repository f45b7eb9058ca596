import type { Database } from "#app/platform/db.server.ts";
import type { Standing } from "../certification/get-standing.server.ts";
import { getLesson } from "../programs/get-lesson.server.ts";
import { lessonParts } from "./lesson-parts.ts";
import { listReadHeadings } from "./list-read-headings.server.ts";
import { readingCycle } from "./reading-cycle.server.ts";

export type PartsRead = { read: number; count: number };

/** How far the person is in the lesson that comes next; null when no lesson is next or nothing of it was read. */
export async function findPartsRead(
  db: Database,
  { person, release, registration, nextStep, asOf }: Standing,
): Promise<PartsRead | null> {
  if (nextStep?.kind !== "module") return null;
  const scope = { personId: person.id, editionId: release.editionId };
  const cycle = registration?.cycle ?? (await readingCycle(db.read, { ...scope, now: asOf }));
  const read = await listReadHeadings(db.read, { ...scope, cycle, moduleId: nextStep.id });
  if (read.size === 0) return null;
  const { parts } = lessonParts((await getLesson(db, release.id, nextStep.id)).body);
  const known = parts.filter((part) => read.has(part.slug)).length;
  return known === 0 ? null : { read: known, count: parts.length };
}
