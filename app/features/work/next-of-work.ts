import type { WorkKind } from "./work-kind.ts";
import { workLimits } from "./work-limits.ts";

type Open = {
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  leaseUntil: number | null;
  runs: number;
  cancelAskedAt: number | null;
};

/** What becomes of open work now: a node runs it, it ends here, or it is left to whoever runs it. */
type NextOfWork = "run" | "leave" | "cancelled" | "stopped" | "too_often";

/** `now` and the lease in milliseconds since 1970 UTC. */
export function nextOfWork(row: Open, { resume }: Pick<WorkKind, "resume">, now: number): NextOfWork {
  if (row.state === "waiting") return row.cancelAskedAt === null ? "run" : "cancelled";
  if (row.state !== "running" || (row.leaseUntil ?? 0) > now) return "leave";
  if (row.cancelAskedAt !== null) return "cancelled";
  if (resume === "fail") return "stopped";
  return row.runs >= workLimits.mostRuns ? "too_often" : "run";
}
