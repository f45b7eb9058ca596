import { expect, test } from "vitest";
import { isoInstants } from "./iso-instants.ts";

test("instants become text at every depth, and nothing else does", () => {
  expect(
    isoInstants({
      at: 0,
      grantedAt: 1_000,
      endedAt: null,
      validFrom: 86_400_000,
      cycle: 1,
      hiredOn: "2005-03-01",
      that: 5,
      facts: [{ startedAt: 1, number: 2, scores: [3] }],
    }),
  ).toEqual({
    at: "1970-01-01T00:00:00.000Z",
    grantedAt: "1970-01-01T00:00:01.000Z",
    endedAt: null,
    validFrom: "1970-01-02T00:00:00.000Z",
    cycle: 1,
    hiredOn: "2005-03-01",
    that: 5,
    facts: [{ startedAt: "1970-01-01T00:00:00.001Z", number: 2, scores: [3] }],
  });
});
