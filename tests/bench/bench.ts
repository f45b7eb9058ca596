import type { Workshop } from "./workshop.ts";
import type { World } from "./world.ts";

export type Line = {
  name: string;
  value: number;
  unit: string;
  /** What the baseline reached in the same run; null where there is none. */
  baseline: number | null;
  /** Median of the rounds' ratios of value to baseline. */
  ratio: number | null;
  /** (max - min) / median of the rounds' values; null for a single measurement. */
  spread: number | null;
};

export type Bench = {
  /** The lines it gives. The first is the name of the bench. */
  lines: [string, ...string[]];
  run: (workshop: Workshop, world: () => Promise<World>) => Promise<Line[]>;
};
