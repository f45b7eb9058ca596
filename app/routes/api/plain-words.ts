import type { z } from "zod";

const typeNames: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** What is wrong with a value, in words for whoever writes the calling system. Schemas may say it better themselves. */
export function plainWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "This is required."
        : `This must be ${typeNames[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return issue.origin === "string" ? "This must not be empty." : `Give at least ${issue.minimum}.`;
    case "too_big":
      return `At most ${issue.maximum} ${issue.origin === "string" ? "characters" : ""} are taken.`.replace("  ", " ");
    case "invalid_value":
      return `This must be one of: ${issue.values.join(", ")}.`;
    case "invalid_union":
      return issue.errors.at(-1)?.[0]?.message ?? "This value is not usable.";
    default:
      return "This value is not usable.";
  }
}
