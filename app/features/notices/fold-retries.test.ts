import { expect, test } from "vitest";
import { foldRetries } from "./fold-retries.ts";

const sent = { planned: 7, retry: false };
const vain = (planned: number) => ({ planned, retry: true });

test.each([
  ["nothing", [], []],
  ["runs that did something stand each for itself", [sent, sent], ["0 x1 since 0", "1 x1 since 1"]],
  ["a day of the same in vain is one", [vain(1), vain(1), vain(1)], ["0 x3 since 2"]],
  [
    "what did something parts them",
    [vain(1), sent, vain(1), vain(1)],
    ["0 x1 since 0", "1 x1 since 1", "2 x2 since 3"],
  ],
  ["one more that fails is news", [vain(2), vain(2), vain(1)], ["0 x2 since 1", "2 x1 since 2"]],
])("%s", (_, runs, expected) => {
  const named = runs.map((run, n) => ({ id: String(n), startedAt: n, ...run }));
  expect(foldRetries(named).map(({ id, times, since }) => `${id} x${times} since ${since}`)).toEqual(expected);
});
