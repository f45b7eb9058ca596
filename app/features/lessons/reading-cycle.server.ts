import type { Handle } from "#app/platform/db.server.ts";
import { findLatestRegistration } from "../certification/find-current-registration.server.ts";

/** The cycle that reading belongs to now: that of the current registration, or the one that would be opened next. */
export async function readingCycle(
  handle: Handle,
  scope: { personId: string; editionId: string; now: number },
): Promise<number> {
  const latest = await findLatestRegistration(handle, scope);
  if (!latest) return 1;
  return latest.current ? latest.registration.cycle : latest.registration.cycle + 1;
}
