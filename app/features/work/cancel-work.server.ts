import { and, eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { work } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { mayCancel } from "./work-list.ts";
import { inScope } from "./work-scope.server.ts";
import type { WorkScope } from "./work-scope.ts";

/**
 * Ends work that waits at once, and asks work that runs to stop, which takes a few seconds. What is over stays as it is.
 * Throws not-found out of scope, and conflict when it runs and cannot be stopped half way.
 */
export async function cancelWork(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  { workId, scope }: { workId: string; scope: WorkScope },
): Promise<"cancelled" | "asked" | "over"> {
  return db.write(async (tx) => {
    const [row] = await tx
      .select({ state: work.state, kind: work.kind })
      .from(work)
      .where(and(eq(work.id, workId), inScope(scope)));
    if (!row) throw new AppError("not-found", "This work is not yours, or not kept any more.");
    if (row.state !== "waiting" && row.state !== "running") return "over";
    if (!mayCancel(row))
      throw new AppError("conflict", "This cannot be stopped half way. It is over in a moment; look again then.");
    const now = clock.now();
    const waiting = row.state === "waiting";
    await tx
      .update(work)
      .set({ cancelAskedAt: now, ...(waiting ? { state: "cancelled" as const, endedAt: now } : {}) })
      .where(eq(work.id, workId));
    return waiting ? "cancelled" : "asked";
  });
}
