import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "#app/cli/bootstrap.mjs";

/** Where a run happens, and what must be gone after it. */
export type Workshop = {
  folder: string;
  /** Of one measured round of load. */
  seconds: number;
  say: (text: string) => void;
  /** Ends the child with the run, should it still be there. */
  adopt: <Child extends ChildProcess>(child: Child) => Child;
  /** Ends what runs and removes the folder. */
  clear: () => void;
};

const tmpfs = 0x01021994;

export function openWorkshop({ seconds }: { seconds: number }): Workshop {
  const folder = mkdtempSync(join(diskFolder(), "cleared-bench-"));
  const children = new Set<ChildProcess>();
  return {
    folder,
    seconds,
    say: (text) => process.stderr.write(`${text}\n`),
    adopt: (child) => {
      children.add(child);
      child.once("exit", () => children.delete(child));
      return child;
    },
    clear: () => {
      for (const child of children) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A commit to a file system in memory is durable in name only. */
function diskFolder(): string {
  if (statfsSync(tmpdir()).type !== tmpfs) return tmpdir();
  const folder = join(root, ".cache");
  mkdirSync(folder, { recursive: true });
  return folder;
}
