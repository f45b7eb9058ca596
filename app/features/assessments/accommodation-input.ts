import { z } from "zod";
import { plainLine } from "../claims/plain-text.ts";

const by = plainLine(200, { missing: "Say who decided this.", tooLong: "A name has at most 200 characters." });
const percent = "Extra time is a whole number of percent, from 1 to 300.";
const oneOfBoth = "Give either extra time in percent, or no time limit.";

export const accommodationInput = z
  .object({
    /** Added to the time limit, in percent of it. */
    extraTimePercent: z.coerce.number({ error: percent }).int(percent).min(1, percent).max(300, percent).nullable(),
    noTimeLimit: z.boolean(),
    reason: plainLine(1000, { missing: "Give the reason.", tooLong: "A reason has at most 1,000 characters." }),
    by,
  })
  .refine(({ extraTimePercent, noTimeLimit }) => (extraTimePercent !== null) !== noTimeLimit, { error: oneOfBoth });

export const endAccommodationInput = z.object({ by });

export type AccommodationInput = z.output<typeof accommodationInput>;
