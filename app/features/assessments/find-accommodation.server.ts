import { and, eq, isNull } from "drizzle-orm";
import { accommodations, type Handle } from "#app/platform/db.server.ts";
import type { Accommodation } from "./own-time-limit.ts";

/** The one that holds for a person now; there is at most one. */
export async function findAccommodation(handle: Handle, personId: string): Promise<Accommodation | null> {
  const [found] = await handle
    .select()
    .from(accommodations)
    .where(and(eq(accommodations.personId, personId), isNull(accommodations.endedAt)));
  return found ?? null;
}
