import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { checkRow } from "../people/check-row.ts";
import type { Refusal } from "../people/refusal.ts";
import { compareFirms } from "./compare-firms.ts";
import { type FirmValues, firmFeed } from "./firm-feed.ts";
import { readFirms } from "./read-firms.server.ts";
import { storeFirms } from "./store-firms.server.ts";

type Input = {
  db: Database;
  clock: Clock;
  values: FirmValues;
  /** The firm to change; null for a new one. */
  firmId: string | null;
};

export type SavedFirm = { firmId: string } | { problems: Refusal[] };

/**
 * Adds a firm or changes one, by the rules of the import; what is wrong with the values comes back by column. A known
 * firm keeps its external id. Throws `not-found` when there is no firm to change, and `conflict` when a new one is known
 * already.
 */
export async function saveFirm({ db, clock, values, firmId }: Input): Promise<SavedFirm> {
  return db.write(async (tx) => {
    const known = await readFirms(tx);
    const before = known.find(({ id }) => id === firmId) ?? null;
    if (firmId !== null && !before) throw new AppError("not-found", "There is no such firm.");
    const given = before ? { ...values, external_id: before.externalId } : values;
    const year = new Date(clock.now()).getUTCFullYear();
    const row = checkRow({ line: 0, valueIn: (column) => given[column] }, firmFeed, year);
    const namesake = known.find(({ externalId }) => externalId === row.values.external_id);
    if (namesake && !before) {
      throw new AppError(
        "conflict",
        `A firm with the external id ${namesake.externalId} is known already: ${namesake.name}. Nothing was changed.`,
      );
    }
    const { added, changed, refusals } = compareFirms({ rows: [row], broken: [], known });
    if (refusals.length > 0) return { problems: refusals };
    await storeFirms(tx, { changes: [...added, ...changed], at: clock.now() });
    const saved = (await readFirms(tx)).find(({ externalId }) => externalId === row.values.external_id);
    if (!saved) throw new Error("A firm was not stored.");
    return { firmId: saved.id };
  });
}
