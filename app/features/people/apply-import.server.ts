import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, imports, people, roleGrants, sessions } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import type { PersonChange } from "./compare-people.ts";
import { peopleFingerprint } from "./list-known-people.server.ts";
import type { ImportPlan, OnProgress } from "./plan-import.server.ts";
import { rowsPerStatement } from "./repeat-statement.server.ts";
import { addPeople, updatePeople } from "./store-people.server.ts";

type Input = {
  db: Database;
  clock: Clock;
  plan: ImportPlan;
  appliedBy: string;
  /** Given by whoever must be able to tell later whether it was stored; a second one of the same id is refused. */
  importId?: string;
  onProgress?: OnProgress;
};

/**
 * Stores everything that a plan changes, or nothing. Throws an AppError when the people are no longer those with which
 * the file was compared.
 */
export async function applyImport({
  db,
  clock,
  plan,
  appliedBy,
  importId = newId(),
  onProgress,
}: Input): Promise<{ importId: string }> {
  const { added, changed, moved, left } = plan.comparison;
  const updated = [...changed, ...moved, ...left];
  const total = added.length + updated.length;
  return db.write(async (tx) => {
    if ((await peopleFingerprint(db, tx)) !== plan.fingerprint) throw changedMeanwhile();
    const at = clock.now();
    await tx.insert(imports).values(importRow(plan, { id: importId, appliedAt: at, appliedBy }));
    const write = { tx, importId, at };
    let done = 0;
    for (const [changes, store] of [
      [added, addPeople(write)],
      [updated, updatePeople(write)],
    ] as const) {
      for (let from = 0; from < changes.length; from += rowsPerStatement) {
        const chunk = changes.slice(from, from + rowsPerStatement);
        await store(chunk);
        done += chunk.length;
        onProgress?.("write", done, total);
        // Reads go on while this write is open; other writes wait for all of it.
        await nextTurn();
      }
    }
    await endCoordination(tx, { changes: moved, at });
    const gone = tx.select({ id: people.id }).from(people).where(lte(people.leftAt, at));
    await tx.delete(sessions).where(inArray(sessions.personId, gone));
    return { importId };
  });
}

/** Who moves to another firm coordinates neither: the new one has not asked for it. */
async function endCoordination(tx: Handle, { changes, at }: { changes: PersonChange[]; at: number }): Promise<void> {
  const ids = changes.flatMap(({ known, fields }) => (known && fields.includes("firmId") ? [known.id] : []));
  for (let from = 0; from < ids.length; from += rowsPerStatement) {
    const open = and(eq(roleGrants.role, "firm_coordinator"), isNull(roleGrants.revokedAt));
    const some = inArray(roleGrants.personId, ids.slice(from, from + rowsPerStatement));
    await tx.update(roleGrants).set({ revokedAt: at }).where(and(open, some));
  }
}

function importRow(
  { fileName, fileHash, summary }: ImportPlan,
  about: { id: string; appliedAt: number; appliedBy: string },
) {
  const { missing: _missing, warnings: _warnings, ...totals } = summary;
  return { ...about, fileName, fileHash, totals };
}

function changedMeanwhile(): AppError {
  return new AppError(
    "conflict",
    "Somebody changed the people while this file was being compared with them. Nothing was imported. Run the import again.",
  );
}
