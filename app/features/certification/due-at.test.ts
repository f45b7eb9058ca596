import { expect, test } from "vitest";
import { dueAt } from "./due-at.ts";

test("due is the end of what is renewed, or of grace, as long as it lies ahead", () => {
  const wave = { mode: "enforce" as const, graceEndsAt: 50 };
  const held = { editionId: "2011-07", validUntil: 90, valid: true };
  const given = { certification: null, editionId: "2011-07", wave, now: 10 };
  expect(dueAt(given)).toBe(50);
  expect(dueAt({ ...given, now: 50 })).toBeNull();
  expect(dueAt({ ...given, wave: null })).toBeNull();
  expect(dueAt({ ...given, wave: { ...wave, mode: "shadow" } })).toBeNull();
  expect(dueAt({ ...given, certification: held })).toBe(90);
  expect(dueAt({ ...given, certification: { ...held, valid: false } })).toBe(50);
  expect(dueAt({ ...given, certification: { ...held, editionId: "2010-01" } })).toBe(50);
});
