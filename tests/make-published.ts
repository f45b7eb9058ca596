import { handClock } from "./learning-walk.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

/** A database with a release and a wave of it, and a clock that is turned by hand. */
export async function makePublished(start: number) {
  const db = await testDatabase();
  await makeRelease(db);
  await makeWave(db);
  return { db, clock: handClock(start) };
}
