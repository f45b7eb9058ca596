import { asc, eq } from "drizzle-orm";
import { firmDomains, firms, type Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { KnownFirm } from "./known-firm.ts";

/** One firm with its domains. Throws not-found. */
export async function getFirm(handle: Handle, firmId: string): Promise<KnownFirm> {
  const [firm] = await handle.select().from(firms).where(eq(firms.id, firmId));
  if (!firm) throw new AppError("not-found", "There is no such firm.");
  const rows = await handle
    .select({ domain: firmDomains.domain })
    .from(firmDomains)
    .where(eq(firmDomains.firmId, firmId))
    .orderBy(asc(firmDomains.domain));
  const { createdAt: _, updatedAt: __, ...fields } = firm;
  return { ...fields, domains: rows.map(({ domain }) => domain) };
}
