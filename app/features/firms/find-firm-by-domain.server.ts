import { eq, inArray } from "drizzle-orm";
import { firmDomains, firms, type Handle } from "#app/platform/db.server.ts";
import { isFirmOpen } from "./firm-is-open.ts";
import { domainsAbove } from "./public-domains.ts";

export type FirmOfDomain = { id: string; name: string };

/**
 * The open firm whose people have addresses at a domain, by the domain itself or the nearest above it: whoever holds a
 * domain decides about those below. A closed firm shadows what is above its domain.
 */
export async function findFirmByDomain(
  handle: Handle,
  { domain, now }: { domain: string; now: number },
): Promise<FirmOfDomain | null> {
  const found = await handle
    .select({ id: firms.id, name: firms.name, closedAt: firms.closedAt, domain: firmDomains.domain })
    .from(firmDomains)
    .innerJoin(firms, eq(firms.id, firmDomains.firmId))
    .where(inArray(firmDomains.domain, domainsAbove(domain)));
  const [nearest] = found.sort((a, b) => b.domain.length - a.domain.length);
  return nearest && isFirmOpen(nearest, now) ? { id: nearest.id, name: nearest.name } : null;
}
