import { z } from "zod";
import { findControls } from "../people/hidden-characters.ts";

type Words = { missing: string; tooLong: string };

const notPlain = "Use plain text, without control characters.";
const notOneLine = "Use plain text on one line, without control characters.";

/** One line that a person typed, trimmed: 1 to `max` UTF-16 units, without control and direction characters. */
export function plainLine(max: number, { missing, tooLong }: Words) {
  return typed(missing).min(1, { error: missing }).max(max, { error: tooLong }).refine(isPlain, { error: notOneLine });
}

/** As `plainLine`, but it may be left out or empty, which is the same. */
export function optionalLine(max: number, { tooLong }: Pick<Words, "tooLong">) {
  return typed(notOneLine)
    .max(max, { error: tooLong })
    .refine(isPlain, { error: notOneLine })
    .nullable()
    .transform(given)
    .optional();
}

/** As `optionalLine`, of any number of lines. */
export function optionalText(max: number, { tooLong }: Pick<Words, "tooLong">) {
  return typed(notPlain)
    .overwrite((text) => text.replaceAll("\r\n", "\n"))
    .max(max, { error: tooLong })
    .refine((text) => isPlain(text.replaceAll("\n", " ")), { error: notPlain })
    .nullable()
    .transform(given)
    .optional();
}

function typed(error: string) {
  return z.string({ error }).normalize("NFC").trim();
}

/** Forms send fields that were left empty; they are not given. */
function given(text: string | null | undefined): string | undefined {
  return text || undefined;
}

/** Half of a character pair is no text either: databases refuse or change it. */
function isPlain(text: string): boolean {
  return findControls(text).length === 0 && !/[\p{Cs}\u2028\u2029]/u.test(text);
}
