import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { listReleaseParts } from "./list-release-parts.server.ts";
import type { Lesson } from "./release-content.ts";

/** One lesson of a release with its body. Throws `not-found`. */
export async function getLesson(db: Database, releaseId: string, moduleId: string): Promise<Lesson> {
  const lesson = (await listReleaseParts(db, releaseId, "module")).find((one) => one.id === moduleId);
  if (lesson) return lesson;
  throw new AppError("not-found", "There is no such lesson in this program. Choose one from the list of lessons.");
}
