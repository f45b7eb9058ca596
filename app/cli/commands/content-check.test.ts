import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { copyProgram, type ProgramCopy, validProgram } from "#tests/fixtures/content/copy-program.ts";
import { recordOutput } from "#tests/fixtures/content/record-output.ts";
import { UsageError } from "../command.ts";
import { contentCheckCommand } from "./content-check.ts";

async function check(folder: string | undefined, values: Record<string, boolean> = {}) {
  const { output, ...printed } = recordOutput();
  const code = await contentCheckCommand.run({
    positionals: folder === undefined ? [] : [folder],
    values,
    app: () => Promise.reject(new Error("Checking needs no database.")),
    output,
  });
  return { code, ...printed };
}

type Items = { items: { situation: string; choices: { correct: boolean; text: string }[] }[] };
function changeItems(program: ProgramCopy, change: (file: Items) => void) {
  const file = parse(program.read("items/all.yaml")) as Items;
  change(file);
  program.write("items/all.yaml", stringify(file));
}

test("the program that ships has no problem", async () => {
  const { code, lines } = await check(undefined);
  expect(lines.slice(0, -1)).toEqual([]);
  expect(code).toBe(0);
});

test("a program without a problem is counted, with the id it would be published under", async () => {
  const { code, lines, records, steps } = await check(`${validProgram}/`);
  expect(code).toBe(0);
  expect(lines.join("\n")).toMatch(
    /^No problem found: 3 modules, 4 scenarios, 8 items, a story of 6 scenes, 2 partner items, 1 replay\.\nPublished, this is release [0-9a-f]{64}\.$/,
  );
  expect(records).toEqual([
    {
      type: "checked",
      ok: true,
      releaseId: expect.any(String),
      modules: 3,
      scenarios: 4,
      items: 8,
      partnerItems: 2,
      scenes: 6,
      replays: 1,
    },
  ]);
  expect(steps).toEqual(Array.from({ length: 12 }, (_, n) => `Compiling ${n + 1}/12`).concat("end"));
});

test("the report prints the blueprint, also of a program with problems", async () => {
  using program = copyProgram();
  program.write("modules/01-bound.mdx", program.read("modules/01-bound.mdx").replace("## The", "# The"));
  const { code, lines, records } = await check(program.folder, { report: true });
  expect(code).toBe(1);
  expect(lines).toContain(
    "ROE-1.2 ★  who-is-bound  2          4      1/2/1             3      2              your-team",
  );
  expect(records.filter(({ type }) => type === "clause")).toHaveLength(3);
  expect(records.filter(({ type }) => type === "figures")).toMatchObject([{ bank: { items: 8, form: 2 } }]);
  expect(records.filter(({ type }) => type === "problem")).toEqual([
    { type: "problem", file: `${program.folder}/modules/01-bound.mdx`, line: 14, message: expect.any(String) },
  ]);
  expect(records.at(-1)).toEqual({ type: "checked", ok: false, problems: 1, partial: false });
});

test("a folder that does not exist is wrong usage", async () => {
  await expect(check("no/such/folder")).rejects.toThrow(UsageError);
});

test("a folder without a program names the file that is missing", async () => {
  using program = copyProgram();
  program.remove("program.yaml");
  const { lines } = await check(program.folder);
  expect(lines[0]).toBe(`${program.folder}/program.yaml:1: The file is missing. Write it, or name another folder.`);
  expect(lines.at(-1)).toBe("What could not be read was left out: more may show once it can.");
});

test("problems of several files are printed together, by file and line", async () => {
  using program = copyProgram();
  for (const file of ["scenarios/01-bound.yaml", "items/all.yaml"])
    program.write(file, program.read(file).replaceAll("correct: true", "correct: false"));
  const { code, lines } = await check(program.folder);
  const places = lines.filter((line) => line.startsWith(program.folder)).map((line) => line.split(": ")[0] ?? "");
  expect(places.map((place) => place.slice(program.folder.length + 1))).toEqual([
    ...[11, 41, 71, 101, 131, 161, 191, 221].map((line) => `items/all.yaml:${line}`),
    "scenarios/01-bound.yaml:14",
  ]);
  expect(lines.at(-1)).toBe("9 problems found. Nothing can be published.");
  expect(code).toBe(1);
});

test("a bank in which the correct choice is the longest too often is refused, with the items to change", async () => {
  using program = copyProgram();
  changeItems(program, ({ items }) => {
    for (const { choices } of items)
      for (const one of choices) if (one.correct) one.text += " It is as simple as that.";
  });
  const { lines } = await check(program.folder);
  expect(lines[0]).toContain(
    "/program.yaml:13: The correct choice is the longest in 100 % of the items; chance allows 56 %.",
  );
  expect(lines[0]).toContain("anchor-lines");
});

test("a bank in which the correct choice always stands first is refused", async () => {
  using program = copyProgram();
  changeItems(program, ({ items }) => {
    for (const item of items) item.choices.sort((a, b) => Number(b.correct) - Number(a.correct));
  });
  const { lines } = await check(program.folder);
  expect(lines[0]).toContain(
    "/program.yaml:13: The correct choices of the items stand at the positions 8 : 0 : 0 : 0 times (χ² 24.0",
  );
});

test("a form shorter than the number of must-pass clauses is refused", async () => {
  using program = copyProgram();
  const file = "editions/2011-07.yaml";
  program.write(file, program.read(file).replaceAll("severity: standard", "severity: must-pass"));
  program.write("program.yaml", program.read("program.yaml").replace("items: 2", "items: 1"));
  const { lines } = await check(program.folder);
  expect(lines).toContain(
    `${program.folder}/program.yaml:13: A form of 1 items cannot ask all 3 must-pass clauses. Make it longer.`,
  );
});

test("another edition may stand beside the one that the program names, with clauses of its own", async () => {
  using program = copyProgram();
  const other = program.read("editions/2011-07.yaml").replaceAll("ROE-", "NEW-").replace("id: 2011-07", "id: 2012-01");
  program.write("editions/2012-01.yaml", other);
  expect((await check(program.folder)).lines).toEqual((await check(validProgram)).lines);
});

test("without limits of its own, a program is held to those of every program", async () => {
  using program = copyProgram();
  const long = Array(20).fill("word ".repeat(100)).join("\n\n");
  program.write("program.yaml", program.read("program.yaml").replace(/^lessons:.*\n/m, ""));
  program.write("modules/03-team.mdx", program.read("modules/03-team.mdx").replace("No deal waits for a rep.", long));
  const { lines } = await check(program.folder);
  expect(lines.slice(0, -1).map((line) => line.slice(program.folder.length + 1))).toEqual([
    "modules/01-bound.mdx:4: The lesson has 1 practice scenarios. Show 3 to 5.",
    "modules/01-bound.mdx:4: The lesson has 80 of at least 1000 words (5 to 8 minutes of reading). Write more.",
    "modules/02-new-business.mdx:4: The lesson has 2 practice scenarios. Show 3 to 5.",
    "modules/02-new-business.mdx:4: The lesson has 78 of at least 1000 words (5 to 8 minutes of reading). Write more.",
    "modules/03-team.mdx:5: The lesson has 2069 words. Shorten it to at most 2000 (5 to 10 minutes of reading), or divide it.",
  ]);
});

test("a second story is refused", async () => {
  using program = copyProgram();
  const second = program.read("stories/west-pier.yaml").replace("id: west-pier", "id: zz-pier");
  program.write("stories/zz-pier.yaml", second);
  const { lines } = await check(program.folder);
  expect(lines[0]).toBe(
    `${program.folder}/stories/zz-pier.yaml:1: A program has one story, and stories/west-pier.yaml is one. Remove one of the two.`,
  );
});

test("length and position of the keys are measured in partner items once there are twelve", async () => {
  using program = copyProgram();
  const { items } = parse(program.read("partner-items/all.yaml")) as Items;
  const [first] = items;
  const twelve = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...first, id: `partner-${n}`, situation: `${first?.situation} ${n}` }));
  program.write("partner-items/all.yaml", stringify({ items: twelve(11) }, { aliasDuplicateObjects: false }));
  expect((await check(program.folder)).code).toBe(0);
  program.write("partner-items/all.yaml", stringify({ items: twelve(12) }, { aliasDuplicateObjects: false }));
  const { lines } = await check(program.folder);
  expect(lines[0]).toContain(
    "/program.yaml:28: The correct choices of the partner items stand at the positions 12 : 0 : 0 : 0 times (χ² 36.0",
  );
});
