import { desc, eq } from "drizzle-orm";
import { type Handle, waves } from "#app/platform/db.server.ts";
import { defaultProgramId } from "../programs/default-program.ts";

export type StoredWave = typeof waves.$inferSelect;

/** Every wave of a program, withdrawn ones too, the newest first. */
export async function listWaves(
  handle: Handle,
  { programId = defaultProgramId }: { programId?: string } = {},
): Promise<StoredWave[]> {
  return handle
    .select()
    .from(waves)
    .where(eq(waves.programId, programId))
    .orderBy(desc(waves.effectiveAt), desc(waves.createdAt), desc(waves.id));
}
