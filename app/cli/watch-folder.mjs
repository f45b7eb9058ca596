// Plain JavaScript, as `bootstrap.mjs`: `npm run dev` watches before anything is compiled.
import { readdirSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Calls `changed` with the path of each file that is written, replaced or removed under the folder. Each folder is
 * watched by itself: Node's own recursive watch loses a file that an editor saves by renaming a new one into its place.
 *
 * @param {string} folder
 * @param {(path: string) => void} changed
 * @returns {{ close: () => void }}
 */
export function watchFolder(folder, changed) {
  const watchers = new Map();
  const drop = (path) => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const follow = () => {
    const folders = new Set(foldersIn(folder));
    for (const path of watchers.keys()) if (!folders.has(path)) drop(path);
    for (const path of folders) {
      if (watchers.has(path)) continue;
      const watcher = watch(path, (event, file) => {
        // A folder that comes or goes is a rename in the one that holds it.
        if (event === "rename") follow();
        changed(file === null ? path : join(path, file));
      });
      watcher.on("error", () => drop(path));
      watchers.set(path, watcher);
    }
  };
  follow();
  return { close: () => [...watchers.keys()].forEach(drop) };
}

function foldersIn(folder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const inside = entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => foldersIn(join(folder, name)));
    return [folder, ...inside];
  } catch {
    // Removed while it was being read.
    return [];
  }
}
