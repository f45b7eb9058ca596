import { join } from "node:path";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import type { Person } from "../accounts/session-keeper.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getReplay } from "../programs/get-replay.server.ts";
import { findMediaFile, type MediaFileFound } from "./find-media-file.server.ts";

type Wanted = {
  person: Person;
  replayId: string;
  file: string;
  /** Where the replays of a program lie. */
  folder: (programId: string) => string;
};

/**
 * A file of a replay in the release that this person works on. Throws `not-found`, and `unavailable` when what lies on
 * the disk is not what was published.
 */
export async function getMediaFile(
  { db, clock, log }: AppContext,
  { person, replayId, file, folder }: Wanted,
): Promise<Extract<MediaFileFound, { state: "found" }>> {
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const replay = await getReplay(db, release.id, replayId);
  const found = await findMediaFile(join(folder(release.programId), replay.id), replay, file);
  if (!found) throw new AppError("not-found", "This replay has no such file. Open the replay again.");
  if (found.state === "found") return found;
  log.error({ replayId, file, releaseId: release.id }, "a recording differs from the published one");
  throw new AppError(
    "unavailable",
    "The recording on this server is not the published one. The program office can help.",
  );
}
