import { eq, inArray } from "drizzle-orm";
import { firmDomains, firms, type Handle } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import type { FirmChange } from "./compare-firms.ts";

const atOnce = 200;

/** Stores firms that are new and those that changed. Domains are let go before they are taken, so that one may move. */
export async function storeFirms(tx: Handle, { changes, at }: { changes: FirmChange[]; at: number }): Promise<void> {
  const rows = changes.map(({ firm: { domains, ...firm }, known }) => ({ ...firm, id: known?.id ?? newId(), domains }));
  const kept = rows.filter((_, index) => changes[index]?.known).map(({ id }) => id);
  for (const ids of chunks(kept)) await tx.delete(firmDomains).where(inArray(firmDomains.firmId, ids));
  const added = rows.filter((_, index) => !changes[index]?.known);
  for (const some of chunks(added)) {
    await tx.insert(firms).values(some.map(({ domains: _, ...firm }) => ({ ...firm, createdAt: at, updatedAt: at })));
  }
  for (const { id, domains: _, ...firm } of rows.filter(({ id }) => kept.includes(id))) {
    await tx
      .update(firms)
      .set({ ...firm, updatedAt: at })
      .where(eq(firms.id, id));
  }
  const owned = rows.flatMap(({ id, domains }) => domains.map((domain) => ({ domain, firmId: id })));
  for (const some of chunks(owned)) await tx.insert(firmDomains).values(some);
}

function chunks<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, n) => all.slice(n * atOnce, (n + 1) * atOnce));
}
