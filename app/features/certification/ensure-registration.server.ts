import { and, eq } from "drizzle-orm";
import { type Handle, registrations } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { findLatestRegistration, type Registration } from "./find-current-registration.server.ts";

/** The current registration, opened when there is none: cycle 1 on path `initial`, a later one on `renewal`. */
export async function ensureRegistration(
  tx: Handle,
  given: { personId: string; programId: string; editionId: string; now: number },
): Promise<Registration> {
  const { personId, programId, editionId, now } = given;
  const latest = await findLatestRegistration(tx, given);
  if (latest?.current) return latest.registration;
  const cycle = (latest?.registration.cycle ?? 0) + 1;
  const path = latest ? ("renewal" as const) : ("initial" as const);
  const [opened] = await tx
    .insert(registrations)
    .values({ id: newId(), personId, programId, editionId, cycle, path, openedAt: now })
    .onConflictDoNothing({ target: [registrations.personId, registrations.editionId, registrations.cycle] })
    .returning();
  if (opened) return { ...opened, certification: null };
  const [existing] = await tx
    .select()
    .from(registrations)
    .where(
      and(eq(registrations.personId, personId), eq(registrations.editionId, editionId), eq(registrations.cycle, cycle)),
    );
  if (!existing) throw new Error("A registration was neither opened nor found.");
  return { ...existing, certification: null };
}
