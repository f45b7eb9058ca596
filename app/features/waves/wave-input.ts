import { z } from "zod";
import { countryCodes } from "../people/country-codes.ts";
import { instantFormats, parseInstant } from "./parse-instant.ts";

const mostGraceDays = 365;
const graceDaysWords = `Give the days of grace as a whole number from 0 to ${mostGraceDays}.`;

/** `all`, or codes separated by commas or spaces. Null means every country, also those that will be added one day. */
const countries = z
  .string({ error: "Name the countries, or all." })
  .transform((text) =>
    text
      .toUpperCase()
      .split(/[\s,]+/)
      .filter((code) => code !== ""),
  )
  .superRefine((codes, context) => {
    if (codes.length === 0) context.addIssue({ code: "custom", message: "Name the countries, or all." });
    if (codes.length === 1 && codes[0] === "ALL") return;
    for (const code of codes) {
      if (!countryCodes.has(code)) {
        context.addIssue({
          code: "custom",
          message: `${code} is not a country; write two letters such as DE, or all.`,
        });
      }
    }
  })
  .transform((codes) => (codes[0] === "ALL" ? null : [...new Set(codes)].sort()));

/** A wave as a form or a command line gives it. */
export const waveInput = z.object({
  editionId: z.string({ error: "Name the edition." }).trim().min(1, { error: "Name the edition." }),
  countries,
  kinds: z
    .array(z.enum(["rep", "partner", "staff"], { error: "The kinds of people are rep, partner and staff." }))
    .min(1, { error: "Name at least one kind of people." })
    .default(["rep"])
    .transform((kinds) => [...new Set(kinds)]),
  effectiveAt: z.string({ error: `Say when it takes effect, ${instantFormats}.` }).transform((text, context) => {
    const at = parseInstant(text);
    if (at !== null) return at;
    context.addIssue({ code: "custom", message: `Say when it takes effect, ${instantFormats}.` });
    return z.NEVER;
  }),
  // Not coerced: an empty field would become no grace at all.
  graceDays: z
    .string({ error: graceDaysWords })
    .trim()
    .regex(/^\d{1,3}$/, { error: graceDaysWords })
    .transform(Number)
    .refine((days) => days <= mostGraceDays, { error: graceDaysWords }),
  mode: z.enum(["enforce", "shadow"], { error: "The mode is enforce or shadow." }),
});

export type WaveInput = z.output<typeof waveInput>;
