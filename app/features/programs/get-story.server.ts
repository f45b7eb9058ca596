import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { listReleaseParts } from "./list-release-parts.server.ts";
import type { Story } from "./release-content.ts";

/** The story of a release with all that its choices lead to. Throws `not-found`. */
export async function getStory(db: Database, releaseId: string, storyId: string): Promise<Story> {
  const story = (await listReleaseParts(db, releaseId, "story")).find((one) => one.id === storyId);
  if (story) return story;
  throw new AppError("not-found", "There is no such story in this program. Open the program page again.");
}
