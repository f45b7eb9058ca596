import { expect, test } from "vitest";
import { breakProgram } from "#tests/fixtures/content/break-program.ts";
import { lessonDefects } from "#tests/fixtures/content/lesson-defects.ts";
import { markupDefects } from "#tests/fixtures/content/markup-defects.ts";
import { policyDefects } from "#tests/fixtures/content/policy-defects.ts";
import { programDefects } from "#tests/fixtures/content/program-defects.ts";
import { questionDefects } from "#tests/fixtures/content/question-defects.ts";
import { recordOutput } from "#tests/fixtures/content/record-output.ts";
import { replayDefects } from "#tests/fixtures/content/replay-defects.ts";
import { storyDefects } from "#tests/fixtures/content/story-defects.ts";
import { contentCheckCommand } from "./content-check.ts";

test.each([
  ...markupDefects,
  ...lessonDefects,
  ...questionDefects,
  ...programDefects,
  ...storyDefects,
  ...replayDefects,
  ...policyDefects,
])("$name: named with its file and line", async (defect) => {
  using program = breakProgram(defect);
  const { output, lines } = recordOutput();
  const app = () => Promise.reject(new Error("Checking needs no database."));

  const code = await contentCheckCommand.run({ positionals: [program.folder], values: {}, app, output });

  const problems = lines.filter((line) => line.startsWith(program.folder));
  const { count = 1 } = defect;
  expect(problems).toEqual(count === 1 ? [program.told] : expect.arrayContaining([program.told]));
  if (count === "several") expect(problems.length).toBeGreaterThan(1);
  else expect(problems).toHaveLength(count);
  expect(code).toBe(1);
});
