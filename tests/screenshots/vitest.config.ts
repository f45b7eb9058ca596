import { defineConfig } from "vitest/config";

/** Walks the screens of a demo and takes their pictures; no part of the test run. */
export default defineConfig({
  test: {
    include: ["tests/screenshots/*.shots.ts"],
    testTimeout: 900_000,
    hookTimeout: 600_000,
    pool: "forks",
    fileParallelism: false,
  },
});
