import { z } from "zod";
import { plainLine } from "../claims/plain-text.ts";

const reason = plainLine(1000, { missing: "Give the reason.", tooLong: "A reason has at most 1,000 characters." });
const by = plainLine(200, { missing: "Say who decided this.", tooLong: "A name has at most 200 characters." });

export const holdInput = z.object({
  caseReference: plainLine(64, {
    missing: "Give the reference of the case.",
    tooLong: "A case reference has at most 64 characters.",
  }),
  reason,
  by,
});

export const liftHoldInput = z.object({ reason, by });

export type HoldInput = z.output<typeof holdInput>;
export type LiftHoldInput = z.output<typeof liftHoldInput>;
