import type { AttemptForm } from "#app/platform/db.server.ts";
import { drawForm, type SeenItems } from "../assessments/draw-form.ts";
import type { Item, Release } from "../programs/release-content.ts";

type Given = { release: Release; bank: readonly Item[]; moduleId: string };

/**
 * The questions of a check on one module: from the clauses that it teaches, the same ones for the same seed. Every
 * must-pass clause is asked, so there may be more than the release names. Empty when it has no checks.
 */
export function drawLessonCheck(given: Given & { seed: string; seen: SeenItems }): AttemptForm {
  const { release, moduleId, seed, seen } = given;
  const module = release.summary.modules.find((one) => one.id === moduleId);
  const { testOut } = release.summary;
  if (!module || !testOut) return [];
  const bank = given.bank.filter((item) => module.teaches.includes(item.clause));
  return drawForm({ bank, length: testOut.items, seed, seen });
}

/** How many questions a check on this module has. */
export function lessonCheckLength(given: Given): number {
  return drawLessonCheck({ ...given, seed: "length", seen: new Map() }).length;
}
