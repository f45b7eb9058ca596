import { expect, test } from "vitest";
import { readYaml } from "./read-yaml.ts";

const text = `title: One
list:
  - id: a
    text: >-
      folded
      twice
  - id: b
`;

test.each([
  [["title"], 1],
  [["list"], 3],
  [["list", 0, "text"], 4],
  [["list", 1], 7],
  [["list", 1, "missing"], 7],
  [["missing"], 1],
  [[], 1],
])("%j stands on line %i", (path, line) => {
  const { source } = readYaml({ file: "x.yaml", text });
  expect(source?.at(path)).toEqual({ file: "x.yaml", line });
});

test("lines are counted from where the text begins in its file, and keys have lines of their own", () => {
  const { source } = readYaml({ file: "x.mdx", text, firstLine: 2 });
  expect(source?.at(["list", 1, "id"]).line).toBe(8);
  expect(source?.keyAt(["list", 0], "text").line).toBe(5);
  expect(source?.keyAt([], "list").line).toBe(3);
});

test("days and versions stay texts", () => {
  expect(readYaml({ file: "x.yaml", text: "a: 2011-07\nb: 2011-07-01\nc: yes\nd: 1.0.0" }).source?.data).toEqual({
    a: "2011-07",
    b: "2011-07-01",
    c: "yes",
    d: "1.0.0",
  });
});

test.each([
  ["a: 1\na: 2", 2],
  ["a: [1, 2", 1],
  ["a: one: two", 1],
  ["a: 1\n---\nb: 2", 2],
  ["a: &x 1\nb: *x", 2],
  ["a: !custom x", 1],
])("%j is a problem on line %i", (text, line) => {
  const { source, problems } = readYaml({ file: "x.yaml", text });
  expect(source).toBeNull();
  expect(problems[0]).toMatchObject({ file: "x.yaml", line });
});
