import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRange } from "./parse-range.ts";

test("a part never leaves the file and holds what was asked for", () => {
  const place = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.option(place), fc.option(place), fc.integer({ min: 0, max: 30 }), (from, to, size) => {
      const wanted = parseRange(`bytes=${from ?? ""}-${to ?? ""}`, size);
      const asked = Array.from({ length: size }, (_, n) => n).filter((n) =>
        from === null ? to !== null && n >= size - to : n >= from && (to === null || n <= to),
      );
      if (wanted.kind === "part") {
        expect([wanted.first, wanted.last]).toEqual([asked[0], asked.at(-1)]);
        expect(asked).toHaveLength(wanted.last - wanted.first + 1);
      } else expect(asked).toEqual([]);
    }),
  );
});

test.each([
  undefined,
  "",
  "bytes",
  "bytes=",
  "bytes=a-b",
  "bytes=1",
  "bytes=--1",
  "bytes=0-1, 2-3",
  "items=0-1",
  "bytes=5-4",
])("%s is answered by the whole", (header) => expect(parseRange(header, 10)).toEqual({ kind: "whole" }));
