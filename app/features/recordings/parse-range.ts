/** The bytes of a file that a request asks for, first and last both meant. */
export type WantedBytes = { kind: "whole" } | { kind: "part"; first: number; last: number } | { kind: "none" };

/**
 * Reads a `Range` header (RFC 9110, 14.2). One range is answered by a part; what cannot be read, and several ranges at
 * once, by the whole file, as the standard allows; one that lies past the end by `none`, which is a 416.
 */
export function parseRange(header: string | undefined, size: number): WantedBytes {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return { kind: "whole" };
  const [, from = "", to = ""] = match;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? { kind: "none" } : { kind: "part", first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === "" ? size - 1 : Number(to);
  if (to !== "" && last < first) return { kind: "whole" };
  return first >= size ? { kind: "none" } : { kind: "part", first, last: Math.min(last, size - 1) };
}
