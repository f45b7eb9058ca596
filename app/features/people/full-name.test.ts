import { expect, test } from "vitest";
import { fullName } from "./full-name.ts";

test("the preferred name stands in place of the given name", () => {
  expect(fullName({ givenName: "Zoë", familyName: "St. John", preferredName: null })).toBe("Zoë St. John");
  expect(fullName({ givenName: "Zoë", familyName: "St. John", preferredName: "Zo" })).toBe("Zo St. John");
});
