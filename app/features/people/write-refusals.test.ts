import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { feedPath, feedRow } from "./feed-for-tests.ts";
import { refusedFileOf, writeRefusals } from "./write-refusals.server.ts";

const refusals = feedRow({ first_name: '=HYPERLINK("http://evil.example","x")', last_name: "a\0b" }, 9).problems;

test.each([
  ["hr-feed.csv", "hr-feed.refused.csv"],
  ["in/HR.CSV", "in/HR.refused.csv"],
  ["feed", "feed.refused.csv"],
])("the refused rows of %s are listed in %s", (file, expected) => {
  expect(refusedFileOf(file)).toBe(expected);
});

test("lists each refusal with nothing that a spreadsheet or a terminal would obey", async () => {
  const path = refusedFileOf(feedPath());
  expect(await writeRefusals(refusals, { path, feedFile: "feed.csv" })).toBe(path);
  expect(parse(readFileSync(path, "utf8"))).toEqual([
    ["line", "column", "value", "reason", "explanation"],
    [
      "9",
      "first_name",
      '\'=HYPERLINK("http://evil.example","x")',
      "FORMULA",
      "A name does not start with an equals sign.",
    ],
    ["9", "last_name", "a[U+0000]b", "CONTROL_CHARACTER", "The value holds a control character."],
  ]);
  expect(readdirSync(dirname(path))).toEqual(["feed.refused.csv"]);
});

test("a list of an earlier run is replaced, and removed when nothing is refused", async () => {
  const path = refusedFileOf(feedPath());
  await writeRefusals([...refusals, ...refusals], { path, feedFile: "feed.csv" });
  await writeRefusals(refusals, { path, feedFile: "feed.csv" });
  expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(3);
  expect(await writeRefusals([], { path, feedFile: "feed.csv" })).toBeNull();
  expect(existsSync(path)).toBe(false);
});

test("another file is neither overwritten nor removed", async () => {
  const path = feedPath();
  writeFileSync(path, "employee_id,first_name\n");
  for (const list of [refusals, []]) {
    await expect(writeRefusals(list, { path, feedFile: "feed.csv" })).rejects.toThrow("is no list of refused rows");
    await expect(writeRefusals(list, { path, feedFile: path })).rejects.toThrow("it is the file to import");
  }
  expect(readFileSync(path, "utf8")).toBe("employee_id,first_name\n");
});

test("a folder that is not there is told", async () => {
  const path = join(feedPath(), "none", "list.csv");
  await expect(writeRefusals(refusals, { path, feedFile: "feed.csv" })).rejects.toThrow(
    "Name another file with --refused",
  );
});
