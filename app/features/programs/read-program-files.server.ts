import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import type { ContentFile } from "./draft-files.ts";
import type { FileKind } from "./program-draft.ts";

const kinds: { kind: FileKind; pattern: RegExp }[] = [
  { kind: "program", pattern: /^program\.yaml$/ },
  { kind: "editions", pattern: /^editions\/[^/]+\.yaml$/ },
  { kind: "lessons", pattern: /^modules\/[^/]+\.mdx$/ },
  { kind: "scenarios", pattern: /^scenarios\/[^/]+\.yaml$/ },
  { kind: "items", pattern: /^items\/[^/]+\.yaml$/ },
  { kind: "partnerItems", pattern: /^partner-items\/[^/]+\.yaml$/ },
  { kind: "stories", pattern: /^stories\/[^/]+\.yaml$/ },
  { kind: "replays", pattern: /^replays\/[^/]+\/replay\.yaml$/ },
];
/** Hidden files and notes about the folder are none of the program's. */
const ignored = /(^|\/)(\.|README\.md$)/;
/** What lies beside the description of a replay; the script that a recording is made from is its maker's alone. */
const beside = /^replays\/[^/]+\/[^/]+$/;
const makersScript = /^replays\/[^/]+\/script\.yaml$/;

/**
 * Reads the files of a program's folder, sorted by path, with line ends as `\n`. A file that nothing would read is a
 * problem: it is nearly always a misspelt name. Throws as the file system does when the folder cannot be read.
 */
export async function readProgramFiles(
  folder: string,
): Promise<{ files: (ContentFile & { kind: FileKind })[]; media: string[]; problems: ContentProblem[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !ignored.test(path))
    .sort();
  const files: (ContentFile & { kind: FileKind })[] = [];
  const media: string[] = [];
  const problems: ContentProblem[] = [];
  for (const path of paths) {
    const kind = kinds.find(({ pattern }) => pattern.test(path))?.kind;
    if (kind) files.push({ kind, file: path, text: await readText(join(folder, path)) });
    else if (beside.test(path) && !makersScript.test(path)) media.push(path);
    else if (!makersScript.test(path)) problems.push(problemAt({ file: path, line: 1 }, strayFile));
  }
  if (!files.some(({ kind }) => kind === "program")) {
    problems.push(
      problemAt({ file: "program.yaml", line: 1 }, "The file is missing. Write it, or name another folder."),
    );
  }
  return { files, media, problems };
}

const strayFile =
  "Nothing reads this file. Rename it (modules/*.mdx; editions, scenarios, items, partner-items and stories/*.yaml; replays/*/replay.yaml; program.yaml) or move it away.";

async function readText(path: string): Promise<string> {
  const text = await readFile(path, "utf8");
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
