import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "#app/platform/errors.ts";
import type { NewFile } from "./new-content-files.ts";

/** Writes new files into a program's folder, all or none. Throws `conflict` when one of them is there already. */
export async function addContentFiles(folder: string, files: readonly NewFile[]): Promise<void> {
  for (const { path } of files) {
    const present = await readFile(join(folder, path)).catch(() => null);
    if (present) throw new AppError("conflict", `${join(folder, path)} exists already. Choose another name.`);
  }
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: "wx" });
  }
}

/** The next free number of a lesson's file and its place in the order, by the lessons that are there. */
export async function nextLessonPlace(folder: string): Promise<{ number: number; order: number }> {
  const modules = join(folder, "modules");
  const names = (await readdir(modules).catch(() => [])).filter((name) => name.endsWith(".mdx"));
  const texts = await Promise.all(names.map((name) => readFile(join(modules, name), "utf8")));
  const lessons = texts.filter((text) => !/^audience:\s*managers\s*$/m.test(text));
  return {
    number: Math.max(0, ...names.map((name) => Number.parseInt(name, 10) || 0)) + 1,
    order: Math.max(0, ...lessons.map((text) => Number(/^order:\s*(\d+)\s*$/m.exec(text)?.[1] ?? 0))) + 1,
  };
}
