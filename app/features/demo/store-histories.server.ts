import { sql } from "drizzle-orm";
import {
  attemptAnswers,
  attempts,
  certifications,
  type Database,
  evidence,
  type Handle,
  registrations,
} from "#app/platform/db.server.ts";
import type { DemoAttempt } from "./demo-attempts.ts";
import type { DemoHistory } from "./demo-history.ts";
import { sealRecords } from "./seal-records.server.ts";

/** Up to 12 columns each: far below the parameters that either engine allows in one statement. */
const rowsPerStatement = 500;

/** Stores the histories of people who have none yet: all of them in one transaction, or none. */
export async function storeHistories(
  db: Database,
  { histories, releaseId }: { histories: readonly DemoHistory[]; releaseId: string },
): Promise<void> {
  const records = histories.flatMap((history) => sealRecords(history, { releaseId }));
  const certified = histories.flatMap(({ certification }) => certification ?? []);
  const taken = Map.groupBy(
    histories.flatMap((history) => history.attempts),
    ({ row }) => row.number,
  );
  await db.write(async (tx) => {
    for (const rows of chunksOf(histories)) await tx.insert(registrations).values(rows.map((one) => one.registration));
    // A person has one attempt open at a time, and takes answers only while it is.
    for (const number of [...taken.keys()].sort()) await storeAttempts(tx, taken.get(number) ?? []);
    for (const rows of chunksOf(certified)) await tx.insert(certifications).values(rows);
    for (const rows of chunksOf(records)) await tx.insert(evidence).values(rows);
  });
}

async function storeAttempts(tx: Handle, taken: DemoAttempt[]) {
  const rows = taken.map(({ row }) => row);
  for (const some of chunksOf(rows)) {
    await tx.insert(attempts).values(some.map((row) => ({ ...row, submittedAt: null, result: null })));
  }
  for (const some of chunksOf(taken.flatMap(({ answers }) => answers))) await tx.insert(attemptAnswers).values(some);
  for (const some of chunksOf(rows)) {
    const closed = { submittedAt: sql`excluded.submitted_at`, result: sql`excluded.result` };
    await tx.insert(attempts).values(some).onConflictDoUpdate({ target: attempts.id, set: closed });
  }
}

function* chunksOf<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += rowsPerStatement) yield all.slice(at, at + rowsPerStatement);
}
