import { encode } from "uqr";

/** The modules of a QR code as one SVG path on a grid of `size` by `size`, with the quiet zone that scanners need. */
export type QrCode = { path: string; size: number };

const quietZone = 4;

/** Encodes a text with error correction M: a fold or a stain of 15 % does no harm. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: quietZone });
  const path = data
    .flatMap((row, y) => stretches(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`))
    .join("");
  return { path, size };
}

/** Dark modules side by side are one shape, so that no hairline shows between them. */
function stretches(row: boolean[]): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  row.forEach((dark, x) => {
    const open = found.at(-1);
    if (dark && open && open.from + open.length === x) open.length++;
    else if (dark) found.push({ from: x, length: 1 });
  });
  return found;
}
