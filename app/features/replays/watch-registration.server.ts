import type { Handle } from "#app/platform/db.server.ts";
import { findCurrentRegistration } from "../certification/find-current-registration.server.ts";

/** The registration that evidence of watching counts in: the one under way. Watching opens none, and adds to none that is finished. */
export async function watchRegistration(
  tx: Handle,
  scope: { personId: string; editionId: string; now: number },
): Promise<string | null> {
  const registration = await findCurrentRegistration(tx, scope);
  return registration && !registration.certification ? registration.id : null;
}
