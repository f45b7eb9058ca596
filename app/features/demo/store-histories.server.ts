import { sql } from "drizzle-orm";
import {
  attemptAnswers,
  attempts,
  certifications,
  type Database,
  evidence,
  type Handle,
  registrations,
  storyPlays,
} from "#app/platform/db.server.ts";
import { repeatStatement, rowsPerStatement } from "../people/repeat-statement.server.ts";
import type { DemoAttempt } from "./demo-attempts.ts";
import type { DemoHistory } from "./demo-history.ts";
import { sealRecords } from "./seal-records.server.ts";

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
    const open = writer((rows: (typeof registrations.$inferInsert)[]) => tx.insert(registrations).values(rows));
    await open(histories.map((history) => history.registration));
    const play = writer((rows: (typeof storyPlays.$inferInsert)[]) => tx.insert(storyPlays).values(rows));
    await play(histories.flatMap(({ plays }) => plays));
    // A person has one attempt open at a time, and takes answers only while it is.
    const storeAttempts = attemptsWriter(tx);
    for (const number of [...taken.keys()].sort()) await storeAttempts(taken.get(number) ?? []);
    const certify = writer((rows: (typeof certifications.$inferInsert)[]) => tx.insert(certifications).values(rows));
    await certify(certified);
    const append = writer((rows: (typeof evidence.$inferInsert)[]) => tx.insert(evidence).values(rows));
    await append(records);
  });
}

function attemptsWriter(tx: Handle) {
  const closed = { submittedAt: sql`excluded.submitted_at`, result: sql`excluded.result` };
  const start = writer((rows: (typeof attempts.$inferInsert)[]) => tx.insert(attempts).values(rows));
  const answer = writer((rows: (typeof attemptAnswers.$inferInsert)[]) => tx.insert(attemptAnswers).values(rows));
  const close = writer((rows: (typeof attempts.$inferInsert)[]) =>
    tx.insert(attempts).values(rows).onConflictDoUpdate({ target: attempts.id, set: closed }),
  );
  return async (taken: DemoAttempt[]) => {
    const rows = taken.map(({ row }) => row);
    await start(rows.map((row) => ({ ...row, submittedAt: null, result: null })));
    await answer(taken.flatMap(({ answers }) => answers));
    await close(rows);
  };
}

/** Writes any number of rows, as many at once as one statement takes. */
function writer<Row extends object>(
  build: (rows: Row[]) => { prepare: () => ReturnType<Parameters<typeof repeatStatement<Row>>[0]> },
) {
  const write = repeatStatement((placeholders: Row[]) => build(placeholders).prepare());
  return async (rows: Row[]) => {
    for (let at = 0; at < rows.length; at += rowsPerStatement) await write(rows.slice(at, at + rowsPerStatement));
  };
}
