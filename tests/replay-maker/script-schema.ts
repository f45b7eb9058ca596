import { z } from "zod";

const slide = z.strictObject({
  heading: z.string(),
  subtitle: z.string().optional(),
  points: z.array(z.string()).optional(),
  steps: z.array(z.string()).optional(),
  lead: z.enum(["partner", "direct"]).optional(),
  /** Sentences; one that begins with `+ ` uncovers the next point or step. */
  say: z.array(z.string()).min(1),
  /** Asked at the end of the slide; handed on to `replay.yaml` as it is. */
  checkpoint: z.looseObject({ id: z.string() }).optional(),
});

export const scriptSchema = z.strictObject({
  id: z.string(),
  order: z.number(),
  title: z.string(),
  summary: z.string(),
  threshold: z.number(),
  maximumRate: z.number(),
  chapters: z.array(
    z.strictObject({ id: z.string(), title: z.string(), mandatory: z.boolean(), slides: z.array(slide).min(1) }),
  ),
});

export type Script = z.output<typeof scriptSchema>;
export type Slide = z.output<typeof slide>;
