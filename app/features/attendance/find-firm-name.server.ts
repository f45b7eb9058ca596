import { eq } from "drizzle-orm";
import { firms, type Handle } from "#app/platform/db.server.ts";

/** What the firm of a person is called now; null for somebody without one. */
export async function findFirmName(handle: Handle, { firmId }: { firmId: string | null }): Promise<string | null> {
  if (firmId === null) return null;
  const [firm] = await handle.select({ name: firms.name }).from(firms).where(eq(firms.id, firmId));
  return firm?.name ?? null;
}
