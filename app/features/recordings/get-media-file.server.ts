import { join } from "node:path";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import type { Person } from "../accounts/session-keeper.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { getReplay } from "../programs/get-replay.server.ts";
import type { Release, Replay } from "../programs/release-content.ts";
import { findMediaFile, type MediaFileFound } from "./find-media-file.server.ts";
import { isSignedMediaUrl, signMediaUrl } from "./sign-media-url.server.ts";

/** Where the replays of a program lie. */
type Folder = (programId: string) => string;
type FileHere = Extract<MediaFileFound, { state: "found" }>;

/** A file of ours, or where the player is to go for it. */
export type MediaAnswer = FileHere | { state: "elsewhere"; url: string };

/**
 * A file of a replay in the release that this person works on. A film that lies elsewhere is answered by its address, and
 * so is one of ours where addresses are signed: whatever shows it then, a television or a cache in front, needs no cookie.
 * Throws `not-found`, and `unavailable` when what lies on the disk is not what was published.
 */
export async function getMediaFile(
  app: AppContext,
  { person, replayId, file, folder }: { person: Person; replayId: string; file: string; folder: Folder },
): Promise<MediaAnswer> {
  const { db, clock, env } = app;
  const now = clock.now();
  const { release } = await getEditionForPerson(db.read, { person, now });
  const replay = await getReplay(db, release.id, replayId);
  const found = await findFile(app, { release, replay, file, folder });
  const key = env.mediaSigningKey;
  if (!key) return found;
  const sign = (url: string) => signMediaUrl(url, { key, now, seconds: admittedSeconds(replay) });
  if (found.state === "elsewhere") return { ...found, url: sign(found.url) };
  const isFilm = found.type === "video/mp4";
  return isFilm ? { state: "elsewhere", url: sign(env.origin + paths.signedMedia(release.id, replayId, file)) } : found;
}

/** A file of ours for whoever has its signed address. Throws `not-allowed` without a signature that holds now. */
export async function getSignedMediaFile(
  app: AppContext,
  given: { address: string; releaseId: string; replayId: string; file: string; folder: Folder },
): Promise<FileHere> {
  const { address, releaseId, replayId, file, folder } = given;
  const key = app.env.mediaSigningKey;
  if (!key || !isSignedMediaUrl(app.env.origin + address, { key, now: app.clock.now() }))
    throw new AppError("not-allowed", "This address of a film has expired. Open the replay again.");
  const release = await getRelease(app.db, releaseId);
  const replay = await getReplay(app.db, releaseId, replayId);
  const found = await findFile(app, { release, replay, file, folder });
  if (found.state === "found") return found;
  throw new AppError("not-found", "This film lies elsewhere. Open the replay again.");
}

async function findFile(
  { log }: AppContext,
  {
    release,
    replay,
    file,
    folder,
  }: { release: Pick<Release, "id" | "programId">; replay: Replay; file: string; folder: Folder },
): Promise<MediaAnswer> {
  const found = await findMediaFile(join(folder(release.programId), replay.id), replay, file);
  if (!found) throw new AppError("not-found", "This replay has no such file. Open the replay again.");
  if (found.state !== "changed") return found;
  log.error({ replayId: replay.id, file, releaseId: release.id }, "a recording differs from the published one");
  throw new AppError(
    "unavailable",
    "The recording on this server is not the published one. The program office can help.",
  );
}

/** Long enough to watch it at half speed, with ten minutes of breaks. */
function admittedSeconds({ durationSeconds }: Replay): number {
  return Math.ceil(durationSeconds * 2) + 600;
}
