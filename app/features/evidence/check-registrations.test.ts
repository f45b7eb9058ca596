import { expect, test } from "vitest";
import type { EvidenceRecord } from "./check-chain.ts";
import { checkRegistrations } from "./check-registrations.ts";

const first = {
  ...{ id: "r1", personId: "p", programId: "rules", editionId: "2011-07", cycle: 1, openedAt: 10 },
  path: "initial" as const,
};
const second = { ...first, id: "r2", cycle: 2, path: "renewal" as const, openedAt: 50 };
const contents = { x: { programId: "rules", editionId: "2011-07" }, y: { programId: "rules", editionId: "2012-01" } };

function read(registrationId: string, at: number, change: Partial<EvidenceRecord> = {}): EvidenceRecord {
  return {
    ...{ id: `e${at}`, personId: "p", seq: at, at, registrationId, releaseId: "x", subject: "m", previousHash: null },
    ...{ kind: "lesson_read", body: { kind: "lesson_read", moduleId: "m" }, hash: "" },
    ...change,
  };
}
const records = [read("r1", 10), read("r1", 20), read("r2", 50)];

type Stored = Parameters<typeof checkRegistrations>[1];

function problems(stored: Stored = [first, second], recorded = records) {
  return checkRegistrations(recorded, stored, (id) => contents[id as keyof typeof contents]).map(
    ({ problem }) => problem,
  );
}

test("registrations that bear out their records leave nothing to say", () => {
  expect(problems()).toEqual([]);
  // Practice after a certification may be of the rules that came since.
  const practice = read("r2", 60, {
    kind: "booster_skipped",
    body: { kind: "booster_skipped", day: 1 },
    releaseId: "y",
  });
  expect(problems([first, second], [...records, practice])).toEqual([]);
});

test.each([
  [{ ...second, cycle: 3 }, "is cycle 3 and not 2"],
  [{ ...second, path: "initial" as const }, "is on a path of another cycle"],
  [{ ...second, path: "delta" as const }, "is on a path of another cycle"],
  [{ ...second, openedAt: 51 }, "is opened after what was recorded in it"],
  [{ ...second, programId: "other" }, "is for another edition than what was recorded in it"],
  [{ ...second, personId: "q" }, "names a registration of someone else"],
])("a registration changed by hand is named: %#", (changed, problem) => {
  expect(problems([first, changed])).toContain(problem);
});

test("what is recorded with a release of another edition is named once", () => {
  const other = [read("r1", 10), read("r2", 50, { releaseId: "y" }), read("r2", 51, { releaseId: "y" })];
  expect(problems([first, second], other)).toEqual(["is for another edition than what was recorded in it"]);
});
