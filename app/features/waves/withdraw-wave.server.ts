import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, waves } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { defaultProgramId } from "../programs/default-program.ts";
import type { StoredWave } from "./list-waves.server.ts";

/** Takes a wave out of force from now on; the past keeps it. Throws not-found, and conflict when that was done before. */
export async function withdrawWave(given: { db: Database; clock: Clock; waveId: string }): Promise<StoredWave> {
  const { db, clock, waveId } = given;
  return db.write(async (tx) => {
    const ofProgram = and(eq(waves.id, waveId), eq(waves.programId, defaultProgramId));
    const [wave] = await tx.select().from(waves).where(ofProgram);
    if (!wave) throw new AppError("not-found", `There is no wave ${waveId}.`);
    if (wave.withdrawnAt !== null) throw new AppError("conflict", "This wave was withdrawn before.");
    const withdrawnAt = clock.now();
    await tx
      .update(waves)
      .set({ withdrawnAt })
      .where(and(ofProgram, isNull(waves.withdrawnAt)));
    return { ...wave, withdrawnAt };
  });
}
