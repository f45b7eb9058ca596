import { z } from "zod";
import { plainLine } from "../claims/plain-text.ts";

export const overrideInput = z.object({
  reason: plainLine(1000, { missing: "Give the reason.", tooLong: "A reason has at most 1,000 characters." }),
  /** In milliseconds; the first instant at which it no longer counts. */
  until: z.int({ error: "Say when the override ends." }),
  /** Person ids. */
  approverIds: z
    .tuple([z.string(), z.string()], { error: "Name two approvers." })
    .refine(([first, second]) => first !== second, { error: "The two approvers must be different people." }),
});

export type OverrideInput = z.output<typeof overrideInput>;
