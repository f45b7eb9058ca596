import { expect, test } from "vitest";
import { loggableError } from "./loggable-error.ts";

test("the parameters of a failed query are withheld, its frames and cause are kept", () => {
  const cause = Object.assign(new Error("UNIQUE constraint failed"), {
    code: "SQLITE_CONSTRAINT",
    detail: "Key (x)=(secret)",
  });
  const failed = new Error("Failed query: insert into t\nparams: secret,\n    at secret\nsecret", { cause });
  const logged = loggableError(failed);
  expect(JSON.stringify(logged)).not.toContain("secret");
  expect(logged.message).toBe("Failed query: insert into t\nparams: [withheld]");
  expect(logged.stack).toContain("loggable-error.test.ts");
  expect(logged.cause).toMatchObject({ message: "UNIQUE constraint failed", code: "SQLITE_CONSTRAINT" });
});

test("what is thrown and is no error is not shown", () => {
  expect(JSON.stringify(loggableError("secret"))).not.toContain("secret");
});
