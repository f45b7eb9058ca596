import type { Segment } from "#app/platform/db.server.ts";

/** The union as sorted parts that neither touch nor overlap; empty parts are left out. */
export function mergeSegments(...lists: (readonly Segment[])[]): Segment[] {
  const merged: Segment[] = [];
  const sorted = lists
    .flat()
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** How much of `from`–`to` the merged segments cover, in milliseconds. */
export function coveredWithin(segments: readonly Segment[], [from, to]: Segment): number {
  return segments.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
}
