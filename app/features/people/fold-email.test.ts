import { expect, test } from "vitest";
import { foldEmail } from "./fold-email.ts";

test("addresses that differ in letter case, spaces or composition fold to one", () => {
  expect(foldEmail(" MICHAEL.Patel@REPS.example.com ")).toBe("michael.patel@reps.example.com");
  expect(foldEmail("Zoe\u0308@x.com")).toBe(foldEmail("zoë@x.com"));
});
