import { expect, test } from "vitest";
import { recordOutput } from "#tests/fixtures/content/record-output.ts";
import { UsageError } from "../command.ts";
import { wavesAddCommand } from "./waves-add.ts";

const november = {
  edition: "2011-07",
  countries: "us,ca",
  effective: "2011-11-01",
  mode: "enforce",
  "grace-days": "14",
};

test.each([
  [{ effective: undefined }, "--effective is missing."],
  [{ effective: "tomorrow" }, "Say when it takes effect"],
  [{ countries: "USA" }, "USA is not a country"],
  [{ mode: "on" }, "The mode is enforce or shadow."],
  [{ "grace-days": "x" }, "whole number from 0 to 365"],
  [{ kinds: "boss" }, "The kinds of people are rep, partner and staff."],
])("%o is wrong usage, found before anything is opened", async (given, message) => {
  const run = wavesAddCommand.run({
    positionals: [],
    values: { ...november, ...given },
    output: recordOutput().output,
    app: () => Promise.reject(new Error("The database was opened.")),
  });
  await expect(run).rejects.toThrow(message);
  await expect(run).rejects.toBeInstanceOf(UsageError);
});
