import { expect, test } from "vitest";
import { waveInput } from "./wave-input.ts";

const wave = {
  editionId: "2011-07",
  countries: "us, DE us",
  effectiveAt: "2011-11-01",
  graceDays: "14",
  mode: "enforce",
};

function problems(given: Record<string, unknown>) {
  const parsed = waveInput.safeParse({ ...wave, ...given });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));
}

test("reads a wave as it is typed", () => {
  expect(waveInput.parse(wave)).toEqual({
    editionId: "2011-07",
    countries: ["DE", "US"],
    kinds: ["rep"],
    effectiveAt: Date.UTC(2011, 10, 1),
    graceDays: 14,
    mode: "enforce",
  });
  expect(waveInput.parse({ ...wave, countries: "all", kinds: ["rep", "rep"] })).toMatchObject({
    countries: null,
    kinds: ["rep"],
  });
});

test.each<[Record<string, unknown>, string[]]>([
  [{ graceDays: "0" }, []],
  [{ graceDays: "365" }, []],
  [{ graceDays: "366" }, ["graceDays"]],
  [{ graceDays: "-1" }, ["graceDays"]],
  [{ graceDays: "1.5" }, ["graceDays"]],
  [{ graceDays: "" }, ["graceDays"]],
  [{ countries: "" }, ["countries"]],
  [{ countries: "all, US" }, ["countries"]],
  [{ countries: "US, ZZ" }, ["countries"]],
  [{ kinds: [] }, ["kinds"]],
  [{ kinds: ["boss"] }, ["kinds.0"]],
  [{ effectiveAt: "2011-02-30" }, ["effectiveAt"]],
  [{ mode: "force" }, ["mode"]],
  [{ editionId: " " }, ["editionId"]],
])("%o is wrong in %j", (given, expected) => {
  expect(problems(given)).toEqual(expected);
});
