import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FontFamily } from "./font-families.ts";

/** One file of a family: it holds the characters of these ranges, first and last included. */
export type FontSlice = { id: string; file: string; ranges: [number, number][] };

const find = createRequire(import.meta.url);
const families = new Map<FontFamily, Promise<FontSlice[]>>();

/** The files of a family with what each says it holds. Read once a process. */
export function listSlices(family: FontFamily): Promise<FontSlice[]> {
  const known = families.get(family);
  if (known) return known;
  const slices = readSlices(family).catch((error: unknown) => {
    families.delete(family);
    throw error;
  });
  families.set(family, slices);
  return slices;
}

async function readSlices(family: FontFamily): Promise<FontSlice[]> {
  const index = find.resolve(`@fontsource-variable/${family}/unicode.json`);
  const ranges = JSON.parse(await readFile(index, "utf8")) as Record<string, string>;
  return Object.entries(ranges).map(([name, list]) => {
    const slice = name.replace(/^\[(\d+)\]$/, "$1");
    return {
      id: `${family}-${slice}`,
      file: join(dirname(index), "files", `${family}-${slice}-wght-normal.woff2`),
      ranges: list.split(",").map(rangeOf),
    };
  });
}

/** From `U+41` or `U+41-5a`. */
function rangeOf(written: string): [number, number] {
  const [first = "", last = first] = written.trim().slice(2).split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
