type Run = { id: string; startedAt: number; planned: number; retry: boolean };

export type FoldedRun = {
  /** Of the latest of them. */
  id: string;
  /** How many runs in a row it stands for, and when the first of them began. */
  times: number;
  since: number;
};

/** Runs, newest first, of which those in a row that tried as many mails again, all in vain, are one. */
export function foldRetries(runs: readonly Run[]): FoldedRun[] {
  const folded: FoldedRun[] = [];
  let later: Run | null = null;
  for (const run of runs) {
    const last = folded.at(-1);
    if (last && later?.retry && run.retry && later.planned === run.planned) {
      last.times += 1;
      last.since = run.startedAt;
    } else folded.push({ id: run.id, times: 1, since: run.startedAt });
    later = run;
  }
  return folded;
}
