import { expect, test } from "vitest";
import { copyProgram, validProgram } from "#tests/fixtures/content/copy-program.ts";
import { compileProgram } from "./compile-program.server.ts";
import { reportLines } from "./report-lines.ts";

test("the report names what each clause has, and how long and how even the program is", async () => {
  const { blueprint, figures } = await compileProgram(validProgram);
  expect(blueprint[1]).toEqual({
    clause: "ROE-1.2",
    mustPass: true,
    lessons: ["who-is-bound"],
    scenarios: 2,
    items: { easy: 1, medium: 2, hard: 1 },
    story: 3,
    partnerItems: 2,
    managerLessons: ["your-team"],
  });
  expect(reportLines(blueprint, figures)).toEqual([
    "clause     lessons       scenarios  items  easy/medium/hard  story  partner items  for managers",
    "ROE-1.1    who-is-bound  1          2      1/1/0             3      0",
    "ROE-1.2 ★  who-is-bound  2          4      1/2/1             3      2              your-team",
    "ROE-2.1    new-business  2          2      1/1/0             8      0",
    "3, 1 ★     2 in all      4          8      3/4/1             14     2              1 in all",
    "",
    "lesson        words  reading min  scenarios  minutes  for",
    "who-is-bound  80     0.4          1          2        everyone",
    "new-business  78     0.4          2          2        everyone",
    "your-team     75     0.4          1          2        managers",
    "",
    "The path takes 23 minutes: lessons 4, story 7, assessment 10, attestation 2.",
    "The bank holds 8 items, 4.0 times a form of 2.",
    "Keys of 8 items: the longest choice in 0 % (at most 56 %), at the positions 2 : 2 : 2 : 2 (χ² 0.0, at most 11.3).",
    "Keys of 2 partner items: the longest choice in 0 % (at most 86 %), at the positions 1 : 0 : 0 : 1 (χ² 2.0, at most 11.3); too few to tell from chance.",
    "Keys of 2 practice scenarios with one answer: the longest choice in 100 % (at most 100 %), at the positions 1 : 1 : 0 (χ² 1.0, at most 9.2); too few to tell from chance.",
  ]);
});

test("a clause that has nothing stands in the table all the same", async () => {
  using program = copyProgram();
  const file = "editions/2011-07.yaml";
  const more = "      - id: ROE-2.2\n        severity: standard\n        text: More.\n";
  program.write(file, program.read(file) + more);
  const { blueprint, figures } = await compileProgram(program.folder);
  expect(reportLines(blueprint, figures)).toContain(
    "ROE-2.2    none          0          0      0/0/0             0      0",
  );
});

test("a program of which little can be read is reported as far as it goes", async () => {
  using program = copyProgram();
  program.write("program.yaml", "id: [");
  program.write(
    "stories/west-pier.yaml",
    program.read("stories/west-pier.yaml").replace("leadsTo: contract", "leadsTo: first-call"),
  );
  const { blueprint, figures } = await compileProgram(program.folder);
  const lines = reportLines(blueprint, figures);
  expect(lines.find((line) => line.startsWith("The path takes"))).toMatch(
    /^The path takes \d+ minutes: lessons 4, story \d+\.$/,
  );
});
