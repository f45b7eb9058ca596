import { lt } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { idempotencyKeys } from "#app/platform/db.server.ts";

const dayMs = 86_400_000;
/** Nobody repeats a request after so long; the deal itself stays claimed once for ever. */
const keptMs = 30 * dayMs;

export async function purgeIdempotencyKeys({ db, clock }: Pick<AppContext, "db" | "clock">): Promise<{ keys: number }> {
  const gone = await db.write((tx) =>
    tx
      .delete(idempotencyKeys)
      .where(lt(idempotencyKeys.createdAt, clock.now() - keptMs))
      .returning({ key: idempotencyKeys.key }),
  );
  return { keys: gone.length };
}
