import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { listReleaseParts } from "../programs/list-release-parts.server.ts";
import type { Story } from "../programs/release-content.ts";

/** The branching story of a release, with every scene and ending: never hand it to a page whole. Throws `not-found`. */
export async function getStory(db: Database, releaseId: string, storyId: string): Promise<Story> {
  const story = (await listReleaseParts(db, releaseId, "story")).find((one) => one.id === storyId);
  if (story) return story;
  throw new AppError("not-found", "There is no such story in this program. The program page lists what it has.");
}
