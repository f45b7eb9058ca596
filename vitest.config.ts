import { defineConfig } from "vitest/config";
import { requireNode } from "./app/cli/node-needed.mjs";

requireNode();

const database = ["tests/**/*.db.test.ts", "app/**/*.db.test.ts"];
const browser = ["tests/browser/**/*.test.ts"];
const shared = {
  setupFiles: ["tests/fail-on-console.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  pool: "forks" as const,
};
/** Loading the same modules for each file took longer than most tests; nothing of a test outlives it but what is kept by database. */
const together = { ...shared, isolate: false };

/** Rules once; everything that touches the database on each engine; the browser against the built application. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...together,
          name: "rules",
          include: ["app/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}", "db/**/*.test.ts"],
          exclude: [...database, ...browser, "node_modules/**"],
        },
      },
      {
        test: {
          ...together,
          name: "sqlite",
          include: database,
          globalSetup: ["tests/setup-sqlite.ts"],
          env: { DATABASE_URL: "file:set-by-each-test" },
        },
      },
      {
        test: {
          ...together,
          name: "postgres",
          include: database,
          globalSetup: ["tests/setup-postgres.ts"],
          env: { DATABASE_URL: "postgres://set-by-each-test" },
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: browser,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: 2,
  },
});
