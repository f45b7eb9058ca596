import { type PathStep, pathSteps, stepKey } from "../certification/path-steps.ts";
import { noProgress } from "../certification/progress.ts";
import type { Release } from "../programs/release-content.ts";

type PathColumn = { editionId: string; step: Pick<PathStep, "kind" | "id" | "title">; key: string };

/** One column a step for the paths of these releases; the steps of each edition by themselves, the oldest first. */
export function pathColumns(releases: readonly { editionId: string; release: Release }[]): PathColumn[] {
  const columns = new Map<string, PathColumn>();
  const inOrder = releases.toSorted((a, b) => (a.editionId < b.editionId ? -1 : a.editionId > b.editionId ? 1 : 0));
  for (const { editionId, release } of inOrder) {
    for (const step of pathSteps(release, noProgress)) {
      const key = columnKey(editionId, step);
      if (!columns.has(key)) columns.set(key, { editionId, step, key });
    }
  }
  return [...columns.values()];
}

export function columnKey(editionId: string, step: Pick<PathStep, "kind" | "id">): string {
  return `${editionId} ${stepKey(step)}`;
}
