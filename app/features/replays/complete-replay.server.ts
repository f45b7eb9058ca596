import { type Handle, watchings } from "#app/platform/db.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import type { Release, Replay } from "../programs/release-content.ts";
import { ofWatching, type Watching } from "./find-watching.server.ts";
import { readCheckpointAnswers } from "./read-checkpoint-answers.server.ts";
import { watchRegistration } from "./watch-registration.server.ts";
import { watchedState } from "./watched-state.ts";

/**
 * Writes the evidence when everything is there: once for a person and a recording, whatever release and registration it
 * is in. Call inside the write that may have added the last of it, with `watching` as it is then. Answers whether the
 * replay is complete, now or before.
 */
export async function completeReplay(
  tx: Handle,
  given: { watching: Watching; replay: Replay; release: Pick<Release, "id" | "editionId">; now: number },
): Promise<boolean> {
  const { watching, replay, release } = given;
  if (watching.completedAt !== null) return true;
  const { personId, replayId, media, segments } = watching;
  if (!watchedState(replay, { segments, answered: new Set() }).covered) return false;
  const answered = new Set((await readCheckpointAnswers(tx, watching)).keys());
  const { complete, share } = watchedState(replay, { segments, answered });
  if (!complete) return false;
  const now = await evidenceInstant(tx, { personId, now: given.now });
  await tx.update(watchings).set({ completedAt: now }).where(ofWatching(watching));
  await appendEvidence(tx, {
    personId,
    at: now,
    registrationId: await watchRegistration(tx, { personId, editionId: release.editionId, now }),
    releaseId: release.id,
    subject: replayId,
    body: { kind: "replay_watched", replayId, media, share, segments },
  });
  return true;
}
