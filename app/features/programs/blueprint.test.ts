import { expect, test } from "vitest";
import { validProgram } from "#tests/fixtures/content/copy-program.ts";
import { blueprintTable } from "./blueprint.ts";
import { compileProgram } from "./compile-program.server.ts";

test("the blueprint counts lessons, scenarios and items of each clause", async () => {
  const { blueprint } = await compileProgram(validProgram);
  expect(blueprint[1]).toEqual({
    clause: "ROE-1.2",
    mustPass: true,
    lessons: ["who-is-bound", "your-team"],
    scenarios: 2,
    items: { easy: 1, medium: 2, hard: 1 },
  });
  expect(blueprintTable(blueprint)).toEqual([
    "clause     lessons                  scenarios  items  easy/medium/hard",
    "ROE-1.1    who-is-bound             1          2      1/1/0",
    "ROE-1.2 ★  who-is-bound, your-team  2          4      1/2/1",
    "ROE-2.1    new-business             2          2      1/1/0",
  ]);
});

test("a clause that has nothing stands in the table all the same", () => {
  const rows = [
    { clause: "ROE-1.1", mustPass: false, lessons: [], scenarios: 0, items: { easy: 0, medium: 0, hard: 0 } },
  ];
  expect(blueprintTable(rows)[1]).toBe("ROE-1.1  none     0          0      0/0/0");
});
