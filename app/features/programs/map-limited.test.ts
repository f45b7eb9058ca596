import { expect, test } from "vitest";
import { mapLimited } from "./map-limited.ts";

test("results keep the order given, and no more than the limit are under way", async () => {
  let under = 0;
  let most = 0;
  const results = await mapLimited([5, 1, 4, 2, 3], 2, async (value) => {
    most = Math.max(most, ++under);
    for (let turn = 0; turn < value; turn++) await Promise.resolve();
    under--;
    return value * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test("nothing to map gives nothing, and a failure is passed on", async () => {
  expect(await mapLimited([], 2, async (value) => value)).toEqual([]);
  await expect(mapLimited([1], 2, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
});
