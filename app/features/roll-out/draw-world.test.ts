import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { demoCountries } from "../demo/demo-countries.ts";
import { drawWorld } from "./draw-world.ts";

const atlas = (name: string) => JSON.parse(readFileSync(`node_modules/world-atlas/countries-${name}.json`, "utf8"));
const { countries, width, height, other } = drawWorld({ coarse: atlas("110m"), fine: atlas("50m") });

test("each country that has people is on the map, where it is", () => {
  for (const { code } of demoCountries) expect(countries.get(code), code).toBeDefined();
  // West of, and north of.
  for (const [west, east] of [
    ["US", "FR"],
    ["FR", "DE"],
    ["DE", "PL"],
    ["AE", "IN"],
    ["SG", "JP"],
    ["AU", "NZ"],
  ])
    expect(countries.get(west ?? "")?.x, `${west} ${east}`).toBeLessThan(countries.get(east ?? "")?.x ?? 0);
  for (const [north, south] of [
    ["CA", "US"],
    ["GB", "FR"],
    ["FR", "ES"],
    ["ES", "ZA"],
    ["SG", "AU"],
  ])
    expect(countries.get(north ?? "")?.y, `${north} ${south}`).toBeLessThan(countries.get(south ?? "")?.y ?? 0);
});

test("a country that is too small for an outline has a place all the same", () => {
  expect(countries.get("SG")).toMatchObject({ d: null });
  for (const code of ["MT", "LI", "HK", "BH", "MU", "XK"]) expect(countries.get(code), code).toBeDefined();
});

test("every code is one that Unicode has a name for, and every place is in the picture", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect(countries.size).toBeGreaterThan(230);
  for (const [code, { x, y, d }] of countries) {
    expect(names.of(code), code).toBeTruthy();
    expect(x >= 0 && x <= width && y >= 0 && y <= height + 60, code).toBe(true);
    expect(d ?? "M0 0l1 1z", code).toMatch(/^(M-?\d+[ -]\d+(l-?\d+[ -]\d+)+z)+$/);
  }
  const all = [...countries.values()].reduce((sum, { d }) => sum + (d?.length ?? 0), other.length);
  expect(all).toBeLessThan(60_000);
});
