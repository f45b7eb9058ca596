import type { z } from "zod";
import { parseInstant } from "#app/features/waves/parse-instant.ts";
import { type CommandInput, UsageError } from "../command.ts";

/** The value of an option that cannot be left out. */
export function requiredOption(values: CommandInput["values"], name: string): string {
  const value = values[name];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} is missing.`);
  return value;
}

/** An instant in milliseconds as a person types it; a day means its start in UTC. */
export function instantOption(name: string, text: string): number {
  const at = parseInstant(text);
  if (at !== null) return at;
  throw new UsageError(`--${name} is an instant such as 2011-11-01T09:00:00Z, or a day, which starts at midnight UTC.`);
}

/** What a schema makes of the arguments; wrong ones are wrong usage. */
export function parsedOptions<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError([...new Set(parsed.error.issues.map((issue) => issue.message))].join("\n"));
}

export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}
