import type { Handle } from "#app/platform/db.server.ts";
import type { Release, Replay } from "../programs/release-content.ts";
import { type Attendance, findAttendance } from "./find-attendance.server.ts";
import { type PartnerStep, partnerSteps } from "./partner-path.ts";
import { type CheckState, readCheckState } from "./read-check-state.server.ts";
import { readWatchedReplays } from "./read-watched-replays.server.ts";

export type PartnerState = { steps: PartnerStep[]; checks: CheckState; attendance: Attendance | null };

/**
 * Where a partner stands at `now`. Who has attended is done with the edition, also when a later release has more
 * replays. `replays` are those of the release.
 */
export async function readPartnerState(
  handle: Handle,
  given: { personId: string; release: Release; replays: readonly Replay[]; now: number },
): Promise<PartnerState> {
  const { personId, release, replays } = given;
  const attendance = await findAttendance(handle, { personId, editionId: release.editionId });
  const checks = await readCheckState(handle, given);
  const progress = attendance
    ? { watched: new Set(replays.map(({ id }) => id)), passed: true, attested: true }
    : {
        watched: await readWatchedReplays(handle, { personId, replays }),
        passed: checks.passed,
        attested: false,
      };
  return { steps: partnerSteps(release.summary, progress), checks, attendance };
}
