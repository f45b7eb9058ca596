import { asc } from "drizzle-orm";
import { firmDomains, firms, type Handle } from "#app/platform/db.server.ts";
import type { KnownFirm } from "./known-firm.ts";

/** Every firm with its domains, by external id. Thousands at most, so it is one list. */
export async function readFirms(handle: Handle): Promise<KnownFirm[]> {
  const rows = await handle
    .select({
      id: firms.id,
      externalId: firms.externalId,
      name: firms.name,
      country: firms.country,
      tier: firms.tier,
      closedAt: firms.closedAt,
    })
    .from(firms)
    .orderBy(asc(firms.externalId));
  const domains = Map.groupBy(await handle.select().from(firmDomains), ({ firmId }) => firmId);
  return rows.map((firm) => ({
    ...firm,
    domains: (domains.get(firm.id) ?? []).map(({ domain }) => domain).sort(),
  }));
}
