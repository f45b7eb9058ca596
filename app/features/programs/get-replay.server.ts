import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { listReplays } from "./list-replays.server.ts";
import type { Replay } from "./release-content.ts";

/** One replay of a release with the keys of its checkpoints. Throws `not-found`. */
export async function getReplay(db: Database, releaseId: string, replayId: string): Promise<Replay> {
  const replay = (await listReplays(db, releaseId)).find((one) => one.id === replayId);
  if (replay) return replay;
  throw new AppError("not-found", "There is no such replay in this program. Open the list of replays again.");
}
