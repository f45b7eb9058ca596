import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { defaultProgramId } from "../programs/default-program.ts";
import { findCurrentReleaseId } from "../programs/find-current-release.server.ts";
import { findRelease } from "../programs/get-release.server.ts";
import { dayMs, daysOfHistory } from "./demo-timeline.ts";

const contentFolder = `content/${defaultProgramId}`;
/** What a release is made from: the content, the compiler and the packages it uses. */
const sources = [contentFolder, "app/features/programs", "package-lock.json"];
/** Remembers which release the sources give: compiling takes seconds, and this answers in milliseconds. */
const noteFiles = { demo: ".cache/demo-content.json", authoring: ".cache/authoring-content.json" };

export type DemoPublication = { state: "current" | "published" } | { state: "problems"; problems: string[] };

/**
 * Publishes the content unless that is done. The first release is dated before the demo's story, whose people read it;
 * a later one takes effect now. Where an author is at work, content that was changed and changed back comes into force
 * again. With problems nothing is published; throws `conflict` when there is no release at all.
 */
export async function publishDemoContent(
  { db, clock, env }: AppContext,
  onProgress: (done: number, total: number) => void,
): Promise<DemoPublication> {
  const noteFile = env.authoring ? noteFiles.authoring : noteFiles.demo;
  const fingerprint = await hashOf(sources);
  const note = await readNote(noteFile);
  const known = note?.fingerprint === fingerprint ? await findRelease(db.read, note.releaseId) : null;
  const inForce = known && env.authoring ? await findCurrentReleaseId(db.read, known) : known?.id;
  if (known && known.id === inForce) return { state: "current" };

  // Loaded here alone: the compiler is the slowest thing to load, and a demo that starts again does not need it.
  const { compileProgram } = await import("../programs/compile-program.server.ts");
  const { publishRelease } = await import("../programs/publish-release.server.ts");
  const { publishAgain } = await import("../programs/publish-again.server.ts");
  const { isContentPublished } = await import("#app/platform/http/content-published.server.ts");
  const { release, problems } = await compileProgram(contentFolder, onProgress);
  const isFirst = !(await isContentPublished(db.read));
  if (!release) {
    const lines = problems.map(({ file, line, message }) => `${contentFolder}/${file}:${line}: ${message}`);
    if (isFirst)
      throw new AppError("conflict", `The content has problems, so there is nothing to show:\n${lines.join("\n")}`);
    return { state: "problems", problems: lines };
  }
  const dated = isFirst ? { now: () => clock.now() - (daysOfHistory + 1) * dayMs } : clock;
  const published = { ...release, publishedBy: "demo" };
  const { currentId } = await publishRelease({ db, clock: dated }, published);
  const releaseId =
    env.authoring && currentId !== release.id ? await publishAgain({ db, clock }, published) : release.id;
  await mkdir(dirname(noteFile), { recursive: true });
  // Renamed into place, so that a second process never reads half of it.
  const written = `${noteFile}.${process.pid}`;
  await writeFile(written, JSON.stringify({ fingerprint, releaseId }));
  await rename(written, noteFile);
  return { state: "published" };
}

async function readNote(noteFile: string): Promise<{ fingerprint: string; releaseId: string } | null> {
  try {
    return JSON.parse(await readFile(noteFile, "utf8"));
  } catch {
    return null;
  }
}

async function hashOf(paths: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    const entries = path.includes(".") ? [] : await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of path.includes(".") ? [path] : files.sort()) {
      hash
        .update(`${file}\0`)
        .update(await readFile(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}
