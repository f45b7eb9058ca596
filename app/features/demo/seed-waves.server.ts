import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { addWave } from "../waves/add-wave.server.ts";
import { demoCountries } from "./demo-countries.ts";
import type { DemoTimeline, DemoWave } from "./demo-timeline.ts";

/** Announces the three waves of the demo, each at its time; those that are there already stay as they are. */
export async function seedWaves(
  db: Database,
  { timeline, editionId }: { timeline: DemoTimeline; editionId: string },
): Promise<void> {
  for (const [wave, { announcedAt, effectiveAt, graceDays }] of Object.entries(timeline.waves)) {
    const countries = countriesOf(wave as DemoWave);
    const input = { editionId, countries, kinds: ["rep" as const], effectiveAt, graceDays, mode: "enforce" as const };
    try {
      await addWave({ db, clock: { now: () => announcedAt }, input, by: "Helen Marsh" });
    } catch (error) {
      if (!(error instanceof AppError && error.code === "conflict")) throw error;
    }
  }
}

function countriesOf(wave: DemoWave): string[] {
  return demoCountries
    .filter((country) => country.wave === wave)
    .map((country) => country.code)
    .sort();
}
