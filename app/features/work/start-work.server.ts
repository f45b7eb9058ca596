import { and, eq, inArray } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { work, workFiles } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { workLimits } from "./work-limits.ts";

type Input = {
  /** Names the request where its page does, so that posted again, however late, it is the same work. */
  id?: string;
  kind: string;
  /** Plain data; what the kind reads again with its `readInput`. */
  input: Record<string, unknown>;
  personId: string;
  /** Files uploaded for it, which belong to it from now on. */
  fileIds?: string[];
};

/**
 * Puts work into the queue and answers its id. What the same person has asked for already, and is not over, is answered
 * with the id that it has. Throws `too-many-requests` when the person has too much open, and not-found for the `id` of
 * other work.
 */
export async function startWork(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  { id = newId(), kind, input, personId, fileIds = [] }: Input,
): Promise<string> {
  return db.write(async (tx) => {
    const [known] = await tx.select({ kind: work.kind, personId: work.personId }).from(work).where(eq(work.id, id));
    if (known && (known.kind !== kind || known.personId !== personId))
      throw new AppError("not-found", "This form is not yours.");
    if (known) return id;
    const open = await tx
      .select({ id: work.id, kind: work.kind, input: work.input })
      .from(work)
      .where(and(eq(work.personId, personId), inArray(work.state, ["waiting", "running"])));
    const same = open.find((one) => one.kind === kind && keyOf(one.input) === keyOf(input));
    if (same) return same.id;
    if (open.length >= workLimits.openPerPerson)
      throw new AppError(
        "too-many-requests",
        "Too much of your background work is not finished yet. Wait until some of it is, or cancel it.",
      );
    await tx
      .insert(work)
      .values({ id, kind, input, personId, state: "waiting", createdAt: clock.now(), done: 0, total: 0, runs: 0 })
      .onConflictDoNothing({ target: work.id });
    if (fileIds.length > 0) await tx.update(workFiles).set({ workId: id }).where(inArray(workFiles.id, fileIds));
    return id;
  });
}

/** PostgreSQL gives the members of a JSON document back in an order of its own, on every level. */
function keyOf(input: unknown): string {
  return JSON.stringify(input, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
