import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, releases, waves } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { defaultProgramId } from "../programs/default-program.ts";
import type { Wave } from "./wave-applies.ts";
import type { WaveInput } from "./wave-input.ts";

/**
 * Announces that an edition takes effect. An effective instant in the past is allowed and puts it in force at once, as
 * of then. Throws validation-failed when the edition has no published release, because nobody could be certified for
 * it, and conflict when the same wave is there already.
 */
export async function addWave(given: {
  db: Database;
  clock: Clock;
  input: WaveInput;
  /** Who adds it, as text for people to read. */
  by: string;
}): Promise<Wave> {
  const { db, clock, input, by } = given;
  return db.write(async (tx) => {
    await requireRelease(tx, input.editionId);
    await requireNew(tx, input);
    const wave = { id: newId(), ...input, createdAt: clock.now(), withdrawnAt: null };
    await tx.insert(waves).values({ ...wave, programId: defaultProgramId, createdBy: by });
    return wave;
  });
}

async function requireRelease(tx: Handle, editionId: string) {
  const [release] = await tx
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.programId, defaultProgramId), eq(releases.editionId, editionId)))
    .limit(1);
  if (release) return;
  throw new AppError("validation-failed", `Edition ${editionId} is not published. Publish its content first.`);
}

async function requireNew(tx: Handle, input: WaveInput) {
  const alike = await tx
    .select()
    .from(waves)
    .where(
      and(
        eq(waves.programId, defaultProgramId),
        eq(waves.editionId, input.editionId),
        eq(waves.effectiveAt, input.effectiveAt),
        eq(waves.mode, input.mode),
        isNull(waves.withdrawnAt),
      ),
    );
  const same = alike.find(
    (wave) =>
      wave.graceDays === input.graceDays &&
      sameSet(wave.kinds, input.kinds) &&
      (wave.countries === null || input.countries === null
        ? wave.countries === input.countries
        : sameSet(wave.countries, input.countries)),
  );
  if (same) throw new AppError("conflict", `This wave is there already, as ${same.id}.`);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
