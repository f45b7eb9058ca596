import { z } from "zod";
import type { WatchBeat } from "#app/platform/db.server.ts";
import { watchLimits } from "./watch-limits.ts";

const beat: z.ZodType<WatchBeat> = z.object({
  seq: z.number(),
  stretch: z.number(),
  since: z.number(),
  from: z.number(),
  at: z.number(),
  position: z.number(),
  rate: z.number(),
  visible: z.boolean(),
});

/** What a player sends. Whether the numbers make sense is for the rules to say, beat by beat. */
export const beatsInput = z.object({
  session: z.string().min(1).max(64),
  beats: z.array(beat).min(1).max(watchLimits.beatsARequest),
});
