import { expect, test } from "vitest";
import type { Wave } from "../waves/wave-applies.ts";
import type { ClaimFacts, PersonFacts } from "./claim-facts.ts";
import { decideClaimRight } from "./decide-claim-right.ts";

const day = 86_400_000;
const start = Date.UTC(2011, 6, 1);
const graceEnd = start + 14 * day;
const later = start + 100 * day;

const rep: PersonFacts = {
  kind: "rep",
  country: "US",
  leftAt: null,
  onLeave: false,
  knownFrom: null,
  knownUntil: null,
};

function wave(given: Partial<Wave> = {}): Wave {
  return {
    id: "wave-1",
    editionId: "2011-07",
    countries: null,
    kinds: ["rep"],
    effectiveAt: start,
    graceDays: 14,
    mode: "enforce",
    createdAt: 0,
    withdrawnAt: null,
    ...given,
  };
}

const certification = { editionId: "2011-07", validFrom: start + day, validUntil: start + 366 * day };
const override = { grantedAt: later - day, validFrom: later - day, validUntil: later + day, endedAt: null };
const hold = { openedAt: later - day, liftedAt: null };

function decide(given: Partial<ClaimFacts> & { instant?: number }) {
  return decideClaimRight({
    person: rep,
    waves: [wave()],
    certifications: [],
    holds: [],
    overrides: [],
    instant: later,
    ...given,
  });
}

function answer(given: Partial<ClaimFacts> & { instant?: number }) {
  const { outcome, reasons } = decide(given);
  return [outcome, ...reasons].join(" ");
}

test.each<[string, Partial<ClaimFacts> & { instant?: number }, string]>([
  ["nobody has the id", { person: null, holds: [hold] }, "deny UNKNOWN_PERSON"],
  ["left, and on hold", { person: { ...rep, leftAt: start }, holds: [hold] }, "deny INACTIVE"],
  ["not employed yet", { person: { ...rep, knownFrom: later + 1 }, certifications: [certification] }, "deny INACTIVE"],
  ["on hold, and certified", { holds: [hold], certifications: [certification] }, "deny ON_HOLD"],
  ["on hold, without any wave", { holds: [hold], waves: [] }, "deny ON_HOLD"],
  ["on hold, with an override", { holds: [hold], overrides: [override] }, "deny ON_HOLD"],
  ["no wave", { waves: [] }, "allow NOT_YET_REQUIRED"],
  ["a wave for another country", { waves: [wave({ countries: ["DE", "FR"] })] }, "allow NOT_YET_REQUIRED"],
  ["a wave for another kind", { waves: [wave({ kinds: ["partner", "staff"] })] }, "allow NOT_YET_REQUIRED"],
  ["a wave that is withdrawn", { waves: [wave({ withdrawnAt: later })] }, "allow NOT_YET_REQUIRED"],
  ["a wave that will be withdrawn", { waves: [wave({ withdrawnAt: later + 1 })] }, "deny NOT_CERTIFIED"],
  ["a wave for the country", { waves: [wave({ countries: ["DE", "US"] })] }, "deny NOT_CERTIFIED"],
  ["certified, with an override", { certifications: [certification], overrides: [override] }, "allow CERTIFIED"],
  [
    "override before grace",
    { overrides: [override], waves: [wave({ graceDays: 365 })] },
    "allow_by_override OVERRIDE NOT_CERTIFIED",
  ],
  ["grace", { waves: [wave({ graceDays: 365 })] }, "allow_in_grace IN_GRACE NOT_CERTIFIED"],
  ["never certified", {}, "deny NOT_CERTIFIED"],
  ["expired", { certifications: [{ ...certification, validUntil: later }] }, "deny EXPIRED"],
  ["older edition", { certifications: [{ ...certification, editionId: "2010-01" }] }, "deny NEW_EDITION"],
  ["later edition", { certifications: [{ ...certification, editionId: "2012-02" }] }, "allow CERTIFIED"],
  [
    "expired for the edition, older one still valid",
    {
      certifications: [
        { ...certification, validUntil: later },
        { ...certification, editionId: "2010-01" },
      ],
    },
    "deny EXPIRED",
  ],
  [
    "older edition, expired",
    { certifications: [{ editionId: "2010-01", validFrom: 0, validUntil: later }] },
    "deny EXPIRED",
  ],
  ["certified only later", { certifications: [{ ...certification, validFrom: later + 1 }] }, "deny NOT_CERTIFIED"],
  ["on leave", { person: { ...rep, onLeave: true }, certifications: [certification] }, "allow CERTIFIED"],
  ["on leave, not certified", { person: { ...rep, onLeave: true } }, "deny NOT_CERTIFIED"],
])("%s", (_, given, expected) => {
  expect(answer(given)).toBe(expected);
});

test.each<[string, Partial<ClaimFacts>, number, string, string]>([
  ["wave", {}, start, "allow NOT_YET_REQUIRED", "allow_in_grace IN_GRACE NOT_CERTIFIED"],
  ["grace", {}, graceEnd, "allow_in_grace IN_GRACE NOT_CERTIFIED", "deny NOT_CERTIFIED"],
  ["no grace", { waves: [wave({ graceDays: 0 })] }, start, "allow NOT_YET_REQUIRED", "deny NOT_CERTIFIED"],
  [
    "certification begins",
    { certifications: [{ ...certification, validFrom: later }] },
    later,
    "deny NOT_CERTIFIED",
    "allow CERTIFIED",
  ],
  [
    "certification ends",
    { certifications: [certification] },
    certification.validUntil,
    "allow CERTIFIED",
    "deny EXPIRED",
  ],
  [
    "leaving",
    { person: { ...rep, leftAt: later }, certifications: [certification] },
    later,
    "allow CERTIFIED",
    "deny INACTIVE",
  ],
  [
    "joining",
    { person: { ...rep, knownFrom: later }, certifications: [certification] },
    later,
    "deny INACTIVE",
    "allow CERTIFIED",
  ],
  ["hold opens", { holds: [{ openedAt: later, liftedAt: null }] }, later, "deny NOT_CERTIFIED", "deny ON_HOLD"],
  ["hold is lifted", { holds: [{ openedAt: start, liftedAt: later }] }, later, "deny ON_HOLD", "deny NOT_CERTIFIED"],
  [
    "override begins",
    { overrides: [{ ...override, validFrom: later }] },
    later,
    "deny NOT_CERTIFIED",
    "allow_by_override OVERRIDE NOT_CERTIFIED",
  ],
  [
    "override ends",
    { overrides: [override] },
    override.validUntil,
    "allow_by_override OVERRIDE NOT_CERTIFIED",
    "deny NOT_CERTIFIED",
  ],
  [
    "override is ended",
    { overrides: [{ ...override, endedAt: later }] },
    later,
    "allow_by_override OVERRIDE NOT_CERTIFIED",
    "deny NOT_CERTIFIED",
  ],
  [
    "wave is withdrawn",
    { waves: [wave({ withdrawnAt: later })] },
    later,
    "deny NOT_CERTIFIED",
    "allow NOT_YET_REQUIRED",
  ],
])("%s: to the millisecond", (_, given, edge, before, after) => {
  expect(answer({ ...given, instant: edge - 1 })).toBe(before);
  expect(answer({ ...given, instant: edge })).toBe(after);
  expect(answer({ ...given, instant: edge + 1 })).toBe(after);
  expect(decide({ ...given, instant: edge - 1 }).validUntil).toBe(edge);
});

test("the newest wave in force decides, whatever the order in which waves are read", () => {
  const old = wave({ id: "old", effectiveAt: start - 300 * day });
  const replaced = wave({ id: "replaced", editionId: "2011-10", effectiveAt: start, createdAt: 1 });
  const current = wave({ id: "current", editionId: "2012-01", effectiveAt: start, createdAt: 2 });
  const future = wave({ id: "future", editionId: "2013-01", effectiveAt: later + 1 });
  for (const waves of [
    [old, replaced, current, future],
    [future, current, replaced, old],
  ]) {
    expect(decide({ waves })).toMatchObject({
      waveId: "current",
      editionId: "2012-01",
      effectiveAt: start,
      graceEndsAt: graceEnd,
      upcoming: { editionId: "2013-01", effectiveAt: later + 1 },
      validUntil: later + 1,
    });
  }
});

test("a new edition gives its own grace to people who are certified for the old one", () => {
  const waves = [wave(), wave({ id: "next", editionId: "2012-01", effectiveAt: later, graceDays: 30 })];
  const decision = decide({ waves, certifications: [certification] });
  expect(decision).toMatchObject({
    outcome: "allow_in_grace",
    reasons: ["IN_GRACE", "NEW_EDITION"],
    editionId: "2012-01",
    graceEndsAt: later + 30 * day,
    certifiedUntil: null,
    validUntil: later + 30 * day,
  });
});

test("a shadow wave is answered beside the wave in force and changes nothing", () => {
  const trial = wave({ id: "trial", editionId: "2012-01", mode: "shadow", effectiveAt: start + 50 * day });
  const without = decide({ certifications: [certification] });
  const beside = decide({ certifications: [certification], waves: [wave(), trial] });
  expect(beside).toEqual({
    ...without,
    shadow: { outcome: "deny", reasons: ["NEW_EDITION"], editionId: "2012-01" },
  });
  const older = { ...trial, effectiveAt: start - day };
  expect(decide({ certifications: [certification], waves: [wave(), older] }).shadow).toBeNull();
});

test("with nothing but a shadow wave everyone is allowed", () => {
  const trial = wave({ mode: "shadow" });
  expect(decide({ waves: [trial] })).toMatchObject({
    outcome: "allow",
    reasons: ["SHADOW_MODE"],
    editionId: null,
    waveId: null,
    shadow: { outcome: "deny", reasons: ["NOT_CERTIFIED"], editionId: "2011-07" },
  });
  expect(decide({ waves: [trial], instant: graceEnd - 1 }).shadow?.outcome).toBe("allow_in_grace");
  expect(decide({ waves: [trial], holds: [hold] })).toMatchObject({ outcome: "deny", shadow: null });
});

test("the latest end of what counts is reported", () => {
  const longer = { ...certification, validUntil: certification.validUntil + day };
  expect(decide({ certifications: [longer, certification] }).certifiedUntil).toBe(longer.validUntil);
  expect(decide({ waves: [], certifications: [certification] }).certifiedUntil).toBe(certification.validUntil);
  expect(decide({ certifications: [{ ...certification, validUntil: later }] }).certifiedUntil).toBe(later);
  const second = { ...override, validUntil: later + 2 * day };
  expect(decide({ overrides: [second, override] }).overrideUntil).toBe(later + 2 * day);
});
