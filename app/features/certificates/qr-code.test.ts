import jsQr from "jsqr";
import { expect, test } from "vitest";
import { qrCode } from "./qr-code.ts";

/** The path drawn on a grid of pixels, `side` for each module, as a scanner sees it. */
function rasterise({ path, size }: { path: string; size: number }, side: number) {
  const width = size * side;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(back).toBe(length);
    for (let row = Number(y) * side; row < (Number(y) + 1) * side; row++)
      for (let column = Number(x) * side; column < (Number(x) + Number(length)) * side; column++)
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  }
  return { pixels, width };
}

test.each(["https://cleared.example.com/verify/CLR-7K2M-9QXA-3TWD", "http://localhost:3000/verify/CLR-0000-0000-0000"])(
  "a scanner reads exactly %s",
  (url) => {
    const code = qrCode(url);
    expect(code.path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, "")).toBe("");
    const { pixels, width } = rasterise(code, 4);
    expect(jsQr(pixels, width, width)?.data).toBe(url);
  },
);
