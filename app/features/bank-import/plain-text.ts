import { decodeHTML } from "entities";

const blocks = /<\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|pre)\b[^>]*>/gi;
const notText = /<(script|style|head)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const lostKinds: [RegExp, string][] = [
  [/<(?:img|svg|object|embed)\b/i, "a picture"],
  [/<(?:audio|video|iframe)\b/i, "sound or video"],
  [/<table\b/i, "a table (its text is kept)"],
  [/<math\b|\\\(|\$\$/i, "a formula"],
  [/<a\b[^>]*\bhref/i, "a link (its text is kept)"],
];

/** The text of a piece of HTML, and what of it is more than text. */
export function htmlToText(html: string): { text: string; lost: string[] } {
  const lost = lostKinds.flatMap(([pattern, name]) => (pattern.test(html) ? [name] : []));
  const text = decodeHTML(
    html
      .replace(notText, " ")
      .replace(blocks, "\n")
      .replace(/<\/?[a-z][^>]*>/gi, ""),
  );
  return { text: tidy(text), lost };
}

/** One space between words, one line end between paragraphs. */
export function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim();
}
