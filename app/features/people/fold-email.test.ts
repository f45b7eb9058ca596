import { expect, test } from "vitest";
import { foldEmail } from "./fold-email.ts";

test("addresses that differ in letter case, spaces or composition fold to one", () => {
  expect(foldEmail(" MICHAEL.Patel@REPS.example.com ")).toBe("michael.patel@reps.example.com");
  expect(foldEmail("Zoe\u0308@x.com")).toBe(foldEmail("zoë@x.com"));
});

test("an international domain folds to its name in DNS, and nothing else is read into an address", () => {
  expect(foldEmail("Ada@BÜCHER.example")).toBe("ada@xn--bcher-kva.example");
  expect(foldEmail("ada@xn--bcher-kva.example")).toBe("ada@xn--bcher-kva.example");
  expect(foldEmail("ada@firm.example/ü")).toBe("ada@firm.example/ü");
  expect(foldEmail("ada@firm.example:80ü")).toBe("ada@firm.example:80ü");
});
