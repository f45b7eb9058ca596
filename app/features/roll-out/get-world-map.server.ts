import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { drawWorld, type WorldMap } from "./draw-world.ts";

const find = createRequire(import.meta.url);
let map: Promise<WorldMap> | null = null;

/** The countries of the world as outlines and places; drawn at the first question of the process. */
export function getWorldMap(): Promise<WorldMap> {
  map ??= draw().catch((error: unknown) => {
    map = null;
    throw error;
  });
  return map;
}

async function draw(): Promise<WorldMap> {
  const [coarse, fine] = await Promise.all(["countries-110m", "countries-50m"].map(readAtlas));
  return drawWorld({ coarse, fine });
}

async function readAtlas(name: string) {
  return JSON.parse(await readFile(find.resolve(`world-atlas/${name}.json`), "utf8"));
}
