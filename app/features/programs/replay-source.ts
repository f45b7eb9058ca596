import { z } from "zod";
import { contentType, isFileName } from "../recordings/file-name.ts";
import type { Entry } from "./check-shape.ts";
import { type ChoiceSource, choice, clauseId, id, words } from "./content-schema.ts";
import type { Replay } from "./release-content.ts";

const timeText = /^(?:\d+:[0-5]\d|\d+):[0-5]\d(?:\.\d{1,3})?$/;

/** Seconds, or minutes and seconds as a player shows them. */
const time = z
  .custom<number | string>(
    (value) => (typeof value === "number" && value >= 0) || (typeof value === "string" && timeText.test(value)),
    "is not a time. Write seconds, or minutes and seconds such as 1:05",
  )
  .transform((value) =>
    typeof value === "number" ? value : value.split(":").reduce((sum, part) => sum * 60 + Number(part), 0),
  );

const fileName = (...ends: string[]) =>
  words.refine(
    (name) => isFileName(name) && ends.some((end) => name.endsWith(end)),
    `is not the name of a file beside this one. Write it in lower case with one of: ${ends.join(", ")}`,
  );

const source = words.refine(
  (text) => replaySourceOf(text) !== null,
  "is neither a file beside this one nor an https address that ends in .mp4 or .m3u8. Write one of the two",
);

export const replaySchema = z.strictObject({
  id,
  order: z.number().int().min(1),
  title: words,
  summary: words,
  duration: time,
  source,
  poster: fileName(".jpg", ".png").optional(),
  captions: z.array(z.strictObject({ language: words, label: words, file: fileName(".vtt") })).min(1),
  threshold: z.number().gt(0).max(1),
  maximumRate: z.number().min(1).max(4),
  hiddenTabCounts: z.boolean().default(false),
  chapters: z.array(z.strictObject({ id, title: words, start: time, end: time, mandatory: z.boolean() })).min(1),
  checkpoints: z.array(
    z.strictObject({
      id,
      at: time,
      clauses: z.array(clauseId).min(1),
      situation: words,
      question: words,
      choices: z.array(choice),
    }),
  ),
});

export type ReplaySource = z.output<typeof replaySchema>;

/** What `source:` names, with its type; null when it is neither a film nor a playlist. */
export function replaySourceOf(text: string): Replay["source"] | null {
  const isFilm = (name: string) => /\.(mp4|m3u8)$/.test(name);
  if (isFileName(text) && isFilm(text)) return { file: text, type: contentType(text) ?? "" };
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:" || !isFilm(url.pathname)) return null;
  return { url: text, type: contentType(url.pathname) ?? "" };
}

/** The questions of a replay as entries of their own, held to the rules of practice scenarios. */
export function checkpointsOf({
  value,
  at,
}: Entry<ReplaySource>): Entry<ReplaySource["checkpoints"][number] & { choices: ChoiceSource[] }>[] {
  return value.checkpoints.map((checkpoint, n) => ({
    value: checkpoint,
    at: (...path) => at("checkpoints", n, ...path),
  }));
}
