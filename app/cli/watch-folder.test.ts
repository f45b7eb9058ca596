import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { watchFolder } from "./watch-folder.mjs";

/** A watched folder that holds `modules/a.mdx`; `seen` resolves with the next change of that path. */
function watchedFolder() {
  const folder = mkdtempSync(join(tmpdir(), "cleared-watch-"));
  mkdirSync(join(folder, "modules"));
  writeFileSync(join(folder, "modules/a.mdx"), "first");
  const waiting = new Map<string, () => void>();
  const watcher = watchFolder(folder, (path) => waiting.get(relative(folder, path))?.());
  return {
    folder,
    seen: (path: string) => new Promise<void>((resolve) => waiting.set(path, resolve)),
    [Symbol.dispose]: () => {
      watcher.close();
      rmSync(folder, { recursive: true });
    },
  };
}

test("a file that is saved by renaming another into its place is noticed each time", async () => {
  using watched = watchedFolder();
  for (const text of ["second", "third", "fourth"]) {
    const seen = watched.seen("modules/a.mdx");
    writeFileSync(join(watched.folder, "draft"), text);
    renameSync(join(watched.folder, "draft"), join(watched.folder, "modules/a.mdx"));
    await seen;
  }
});

test("a file in a folder that was made later is noticed", async () => {
  using watched = watchedFolder();
  const made = watched.seen("stories");
  mkdirSync(join(watched.folder, "stories"));
  await made;
  const seen = watched.seen("stories/b.yaml");
  writeFileSync(join(watched.folder, "stories/b.yaml"), "id: b");
  expect(await seen).toBeUndefined();
});
