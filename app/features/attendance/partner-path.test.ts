import fc from "fast-check";
import { expect, test } from "vitest";
import { partnerSteps, stepsLeftBefore } from "./partner-path.ts";

const path = {
  replays: [
    { id: "first", title: "First", minutes: 6 },
    { id: "second", title: "Second", minutes: 4 },
  ],
  partnerCheck: { id: "check", title: "Check", items: 8, passMark: 0.75, minutes: 8 },
  partnerAttestation: { title: "Sign", minutes: 2, meaning: "", statements: [], promises: [] },
};
const nothing = { watched: new Set<string>(), passed: false, attested: false };
const statesOf = (progress: typeof nothing, release: Parameters<typeof partnerSteps>[0] = path) =>
  partnerSteps(release, progress).map(({ state }) => state);

test.each([
  [nothing, ["next", "open", "closed", "closed"]],
  [{ ...nothing, watched: new Set(["second"]) }, ["next", "done", "closed", "closed"]],
  [{ ...nothing, watched: new Set(["first", "second"]) }, ["done", "done", "next", "closed"]],
  [{ ...nothing, watched: new Set(["first", "second"]), passed: true }, ["done", "done", "done", "next"]],
  [{ ...nothing, passed: true }, ["next", "open", "done", "closed"]],
  [{ watched: new Set(["first", "second"]), passed: true, attested: true }, ["done", "done", "done", "done"]],
])("%j", (progress, states) => {
  expect(statesOf(progress)).toEqual(states);
});

test("a release has the steps that it names, and no others", () => {
  const { replays, partnerCheck, partnerAttestation } = path;
  expect(statesOf(nothing, { replays, partnerCheck: null, partnerAttestation: null })).toEqual(["next", "open"]);
  expect(statesOf(nothing, { replays: [], partnerCheck, partnerAttestation })).toEqual(["next", "closed"]);
  expect(statesOf(nothing, { replays: [], partnerCheck: null, partnerAttestation: null })).toEqual([]);
});

test("what is left before a step is exactly what is not done above it, and one step is next while any is left", () => {
  const anyProgress = fc.record({
    watched: fc.subarray(["first", "second", "gone"]).map((ids) => new Set(ids)),
    passed: fc.boolean(),
    attested: fc.boolean(),
  });
  fc.assert(
    fc.property(anyProgress, (progress) => {
      const steps = partnerSteps(path, progress);
      const undone = steps.filter(({ state }) => state !== "done");
      expect(steps.filter(({ state }) => state === "next")).toHaveLength(Math.min(1, undone.length));
      expect(stepsLeftBefore("check", steps)).toEqual(undone.filter(({ kind }) => kind === "replay"));
      expect(stepsLeftBefore("attestation", steps)).toEqual(undone.filter(({ kind }) => kind !== "attestation"));
    }),
  );
});
