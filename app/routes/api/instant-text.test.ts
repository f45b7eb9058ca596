import fc from "fast-check";
import { expect, test } from "vitest";
import { instantText } from "./instant-text.ts";

test("an instant reads as Date gives it, in any year, before and after 1970", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (date) => {
      expect(instantText(date.getTime())).toBe(date.toISOString());
    }),
  );
  for (const at of [0, -1, 86_399_999, 86_400_000, -62_167_219_200_001, 8.64e15, -8.64e15]) {
    expect(instantText(at)).toBe(new Date(at).toISOString());
  }
});
