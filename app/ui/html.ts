declare const safe: unique symbol;
/** Text that is HTML already: only `html` makes it. */
export type Html = { readonly text: string; readonly [safe]: true };

type Part = string | number | null | false | Html | readonly Html[];

/**
 * HTML of literal markup and escaped values: `html`<td>${name}</td>``. Null and false are nothing. For the rows of long
 * lists, where each element of a component costs more than everything else that a page does. Values stand between tags
 * or in double quotes, nowhere else.
 */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  let text = literals[0] ?? "";
  for (const [n, part] of parts.entries()) text += textOf(part) + (literals[n + 1] ?? "");
  return { text } as Html;
}

/** What an element gets as `dangerouslySetInnerHTML`. */
export function inside(...parts: readonly Html[]): { __html: string } {
  return { __html: parts.map(({ text }) => text).join("") };
}

function textOf(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escaped(part);
  return "text" in part ? part.text : part.map(({ text }) => text).join("");
}

const special = /[&<>"']/g;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(special, (sign) => entities[sign] ?? "");
}
