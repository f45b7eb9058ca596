import { expect, test } from "vitest";
import { readEnv } from "./env.server.ts";

test.each([
  [{}, false],
  [{ CLEARED_AUTHORING: "1" }, false],
  [{ CLEARED_AUTHORING: "1", NODE_ENV: "production" }, false],
  [{ CLEARED_AUTHORING: "1", NODE_ENV: "test" }, false],
  [{ NODE_ENV: "development" }, false],
  [{ NODE_ENV: "development", CLEARED_DEMO: "1" }, false],
  [{ NODE_ENV: "development", CLEARED_AUTHORING: "1" }, true],
])("with %j notes for authors are shown: %s", (source, shown) => {
  expect(readEnv(source).authoring).toBe(shown);
});
