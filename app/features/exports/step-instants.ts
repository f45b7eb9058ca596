/**
 * When people did the steps of their paths, as columns: 8 bytes a step, so that everybody's can be kept from one
 * snapshot until they are written. A person is a place in the list that is exported, a step its place in the path.
 */
export type StepInstants = {
  steps: number;
  /** In milliseconds since 1970 UTC; not a number where nothing was done. */
  at: Float64Array;
  certifiedAt: Float64Array;
  /** 1 for a registration that ended with a certification which still stands for it. */
  finished: Uint8Array;
};

export function stepInstants(people: number, steps: number): StepInstants {
  return {
    steps,
    at: new Float64Array(people * steps).fill(Number.NaN),
    certifiedAt: new Float64Array(people).fill(Number.NaN),
    finished: new Uint8Array(people),
  };
}

/** The first time counts. */
export function noteStep({ steps, at }: StepInstants, person: number, step: number, instant: number): void {
  const place = person * steps + step;
  if (!((at[place] ?? Number.NaN) <= instant)) at[place] = instant;
}

/** Null for what was not done. */
export function stepInstant({ steps, at }: StepInstants, person: number, step: number): number | null {
  const instant = at[person * steps + step] ?? Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}
