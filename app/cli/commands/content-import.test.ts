import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { strToU8, zipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { compileProgram } from "#app/features/programs/compile-program.server.ts";
import type { Command } from "../command.ts";
import { createOutput } from "../output.ts";
import { contentImportCommand } from "./content-import.ts";
import { contentNewItemCommand } from "./content-new-item.ts";
import { contentNewModuleCommand } from "./content-new-module.ts";

function folder() {
  const made = mkdtempSync(join(tmpdir(), "cleared-bank-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function run(command: Command, positionals: string[], values: Record<string, string> = {}) {
  const stdout = new PassThrough();
  const app = () => Promise.reject(new Error("no database is needed"));
  const code = await command.run({ positionals, values, output: createOutput(false, { stdout, stderr: stdout }), app });
  return { code, said: String(stdout.read() ?? "") };
}

const gift = "A partner calls. Who leads? {=The partner#Yes. ~You#No. ~Nobody#No.}\n\nWhy? {}\n";

test("a draft of what can be carried over, a line for what cannot, and a code that says so", async () => {
  const at = folder();
  const [file, out] = [join(at, "bank.txt"), join(at, "draft.yaml")];
  writeFileSync(file, gift);
  const { code, said } = await run(contentImportCommand, [file], { format: "gift", out });
  expect(code).toBe(1);
  expect(said).toContain(`${file}:3: “Why?” is an essay. It was left out.`);
  expect(said).toContain(`1 item in the draft ${out}, 1 question left out.`);
  expect(readFileSync(out, "utf8")).toContain("situation: A partner calls.");
  await expect(run(contentImportCommand, [file], { format: "gift", out })).rejects.toThrow("exists already");
});

test("a package is read file by file", async () => {
  const at = folder();
  const item = (id: string) =>
    `<assessmentItem title="Same"><responseDeclaration identifier="R"><correctResponse><value>B</value></correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="R"><prompt>Who ${id}?</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice><simpleChoice identifier="C">c</simpleChoice></choiceInteraction></itemBody></assessmentItem>`;
  const file = join(at, "bank.zip");
  const files = { "imsmanifest.xml": "<manifest/>", "1.xml": item("leads"), "2.xml": item("pays") };
  writeFileSync(file, zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
  const out = join(at, "draft.yaml");
  const { code, said } = await run(contentImportCommand, [file], { format: "qti", out, clause: "ROE-2.1" });
  expect(code).toBe(0);
  expect(said).toContain(
    `${file}:2.xml:1: “Same”: the difficulty, the situation, feedback, the rationale to be written.`,
  );
  expect(readFileSync(out, "utf8")).toMatch(/id: same\n[\s\S]*id: same-again-2\n/);
});

test("wrong arguments and files that are no bank are told in a sentence", async () => {
  const at = folder();
  const file = join(at, "bank.xml");
  writeFileSync(file, "<quiz>");
  const values = { format: "moodle-xml", out: join(at, "draft.yaml") };
  await expect(run(contentImportCommand, [file], values)).rejects.toThrow(
    /bank\.xml is not XML that can be read\. Line 1: /,
  );
  await expect(run(contentImportCommand, [file], { ...values, format: "word" })).rejects.toThrow(
    "--format takes gift,",
  );
  await expect(run(contentImportCommand, [file], { ...values, clause: "2.1" })).rejects.toThrow("--clause takes");
  await expect(run(contentImportCommand, [join(at, "none")], values)).rejects.toThrow("There is no file");
  writeFileSync(file, Uint8Array.of(0xff, 0xfe, 0x41));
  await expect(run(contentImportCommand, [file], values)).rejects.toThrow("not in UTF-8");
});

test("a new lesson and a new item are skeletons whose gaps the check names", async () => {
  const at = join(folder(), "program");
  cpSync("content/rules-of-engagement", at, { recursive: true });
  const before = (await compileProgram(at)).problems.length;
  expect((await run(contentNewModuleCommand, ["price-books"], { program: at })).code).toBe(0);
  expect((await run(contentNewItemCommand, ["adriatic-ferries"], { program: at })).said).toContain(
    "adriatic-ferries.yaml",
  );
  const { problems } = await compileProgram(at);
  const files = new Set(problems.map(({ file }) => file.replace(/\d\d/, "NN")));
  expect(before).toBe(0);
  for (const file of ["modules/NN-price-books.mdx", "scenarios/NN-price-books.yaml", "items/adriatic-ferries.yaml"])
    expect(files).toContain(file);
  await expect(run(contentNewItemCommand, ["adriatic-ferries"], { program: at })).rejects.toThrow("exists already");
  await expect(run(contentNewItemCommand, ["Adriatic Ferries"], { program: at })).rejects.toThrow("NAME is an id");
});
