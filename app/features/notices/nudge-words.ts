import { optionalText } from "../claims/plain-text.ts";

export const mostNudgeWords = 500;
const schema = optionalText(mostNudgeWords, { tooLong: "too-long" });

/** What a manager adds to a nudge: plain text; null when nothing is added, `refused` when it is too long or not plain. */
export function readNudgeWords(text: unknown): { words: string | null } | "refused" {
  const parsed = schema.safeParse(text ?? "");
  return parsed.success ? { words: parsed.data ?? null } : "refused";
}
