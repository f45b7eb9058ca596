import { afterEach, expect, vi } from "vitest";

// A warning that nobody reads is a defect that nobody mends: any console.error or console.warn fails the test it is in.
const error = vi.spyOn(console, "error");
const warn = vi.spyOn(console, "warn");

afterEach(() => {
  const said = [...error.mock.calls, ...warn.mock.calls];
  error.mockClear();
  warn.mockClear();
  expect(said, "nothing is written to the console").toEqual([]);
});
