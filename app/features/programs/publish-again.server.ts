import { createHash } from "node:crypto";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { publishRelease } from "./publish-release.server.ts";

/**
 * Brings content into force that was published before and replaced since, for an author who takes a change back. It is
 * stored once more under an id of its own, which is returned: releases are never put in another order.
 */
export async function publishAgain(
  { db, clock }: { db: Database; clock: Clock },
  given: Parameters<typeof publishRelease>[1],
): Promise<string> {
  const id = createHash("sha256").update(`${given.id} again at ${clock.now()}`).digest("hex");
  await publishRelease({ db, clock }, { ...given, id });
  return id;
}
