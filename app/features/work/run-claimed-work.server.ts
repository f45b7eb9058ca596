import type { AppContext } from "#app/platform/app-context.ts";
import type { WorkFailure, WorkResult } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ClaimedWork } from "./claim-work.server.ts";
import { endWork, giveSignOfLife, giveWorkBack } from "./hold-work.server.ts";
import type { WorkKind, WorkOutcome } from "./work-kind.ts";
import { workLimits } from "./work-limits.ts";

type Stop = "cancel" | "lost" | "stopping";
type Progress = { done: number; total: number; phase: string | null };
type Input = { row: ClaimedWork; kind: WorkKind; stopping?: AbortSignal; signOfLifeMs?: number };

/** Runs one piece of work that this process holds, to whatever end it comes. Throws only when the database does. */
export async function runClaimedWork(app: AppContext, { row, kind, stopping, signOfLifeMs }: Input): Promise<void> {
  const { db, clock, log } = app;
  const held = { id: row.id, claim: row.claim };
  const progress: Progress = { done: 0, total: 0, phase: null };
  const controller = new AbortController();
  const stop = (why: Stop) => controller.abort(why);
  const onStopping = () => kind.resume === "again" && stop("stopping");
  stopping?.addEventListener("abort", onStopping, { once: true });
  const alive = setInterval(async () => {
    try {
      const told = await giveSignOfLife(db, { held, progress, now: clock.now() });
      if (told === "lost") stop("lost");
      if (told === "cancel" && kind.cancel === "safe") stop("cancel");
    } catch (error) {
      log.warn({ err: error, work: row.id }, "no sign of life could be stored");
    }
  }, signOfLifeMs ?? workLimits.signOfLifeMs);
  try {
    const outcome = await run(app, { row, kind, signal: controller.signal, progress });
    await endWork(db, { held, progress, ending: endingOf(outcome), now: clock.now() });
  } catch (error) {
    const why = controller.signal.aborted ? (controller.signal.reason as Stop) : null;
    if (why === "stopping") await giveWorkBack(db, { held, runs: row.runs });
    else if (why === "cancel") await endWork(db, { held, progress, ending: { state: "cancelled" }, now: clock.now() });
    else if (why === null) {
      const failure = failureOf(error);
      if (failure.code === "broken") log.error({ err: error, work: row.id, kind: row.kind }, "background work broke");
      await endWork(db, { held, progress, ending: { state: "failed", failure, result: null }, now: clock.now() });
    }
  } finally {
    clearInterval(alive);
    stopping?.removeEventListener("abort", onStopping);
  }
}

type Running = { row: ClaimedWork; kind: WorkKind; signal: AbortSignal; progress: Progress };

async function run(app: AppContext, { row, kind, signal, progress }: Running): Promise<WorkOutcome> {
  return kind.run({
    app,
    workId: row.id,
    claim: row.claim,
    input: row.input,
    startedBy: row.personId,
    progress: (done, total, phase) => void Object.assign(progress, { done, total, phase }),
    signal,
  });
}

function endingOf({ refusal, counts = {}, notes = [], data = {} }: WorkOutcome) {
  const result: WorkResult = { counts, notes, data };
  if (refusal === undefined) return { state: "done" as const, result };
  return { state: "failed" as const, failure: { code: "refused" as const, words: refusal }, result };
}

function failureOf(error: unknown): WorkFailure {
  // A refusal is in words for its reader. The rest is for the log: it may name what the reader may not see.
  if (error instanceof AppError && error.status < 500) return { code: "refused", words: error.message };
  return { code: "broken", words: null };
}
