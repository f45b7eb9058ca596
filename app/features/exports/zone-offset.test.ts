import fc from "fast-check";
import { expect, test } from "vitest";
import { zoneOffset } from "./zone-offset.ts";

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Kathmandu"];

test("the clock that it gives is the one on the wall, also on the day when it is changed", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.oneof(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
        fc.integer({ min: Date.UTC(2026, 9, 25), max: Date.UTC(2026, 9, 26) }),
      ),
      (timeZone, at) => {
        const wall = new Date(at + zoneOffset(timeZone)(at)).toISOString().slice(0, 19);
        expect(wall.replace("T", " ")).toBe(new Date(at).toLocaleString("sv-SE", { timeZone }));
      },
    ),
  );
});
