import type { AppContext } from "#app/platform/app-context.ts";
import type { WorkResult } from "#app/platform/db.server.ts";

export type WorkProgress = (done: number, total: number, phase: string) => void;

export type WorkJob<Input> = {
  app: AppContext;
  workId: string;
  /** Of this run; files are stored under it, so that a run that has lost its work to another leaves none. */
  claim: string;
  input: Input;
  /** The person who started it; null for what no person did. */
  startedBy: string | null;
  /** Costs nothing: what it says is stored with the next sign of life. */
  progress: WorkProgress;
  /** Aborted when somebody cancels, the server stops, or another node has taken over. */
  signal: AbortSignal;
};

/** `refusal` is why it ended without what was asked for, in words for its reader; what was found is kept beside it. */
export type WorkOutcome = Partial<WorkResult> & { refusal?: string };

/** One kind of background work: a plain object handed in at start. */
export type WorkKind = {
  kind: string;
  /** `safe`: stopped half way, nothing is left half done. */
  cancel: "safe" | "never";
  /** After its process died: `again` where a second run does no harm, `fail` where it is told as failed. */
  resume: "again" | "fail";
  /** A thrown AppError is a refusal whose detail the reader sees; anything else is a fault for the log. */
  run: (job: WorkJob<unknown>) => Promise<WorkOutcome>;
};

type TypedKind<Input> = Omit<WorkKind, "run"> & {
  /** Checks what was stored before it is run; throws when it is not of this kind. */
  readInput: (input: unknown) => Input;
  run: (job: WorkJob<Input>) => Promise<WorkOutcome>;
};

export function workKind<Input>({ readInput, run, ...kind }: TypedKind<Input>): WorkKind {
  return { ...kind, run: (job) => run({ ...job, input: readInput(job.input) }) };
}
