import type { AttemptForm } from "#app/platform/db.server.ts";
import type { SeenItems } from "./draw-form.ts";

/** When each item of these forms was last shown. */
export function seenItems(shown: readonly { form: AttemptForm; startedAt: number }[]): SeenItems {
  const seen = new Map<string, number>();
  for (const { form, startedAt } of shown)
    for (const { itemId } of form) seen.set(itemId, Math.max(seen.get(itemId) ?? startedAt, startedAt));
  return seen;
}
