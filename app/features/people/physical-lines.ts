const lineFeed = 10;
const carriageReturn = 13;

/** Line breaks in `bytes` from `start` to before `end`: LF, CRLF as one, or CR alone. */
export function countLineBreaks(bytes: Uint8Array, start: number, end: number): number {
  let breaks = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) breaks += 1;
  }
  return breaks;
}

/** Where the line after the one at `start` begins; the end of `bytes` when there is none. */
export function nextLine(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === lineFeed) return at + 1;
    if (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed) return at + 1;
  }
  return bytes.length;
}
