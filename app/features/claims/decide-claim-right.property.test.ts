import fc from "fast-check";
import { expect, test } from "vitest";
import type { Wave } from "../waves/wave-applies.ts";
import type { ClaimFacts } from "./claim-facts.ts";
import { decideClaimRight } from "./decide-claim-right.ts";

const day = 86_400_000;

// Few distinct instants, whole days and their neighbours, so that edges meet often.
const instants = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(-1, 0, 0, 0, 1))
  .map(([days, offset]) => days * day + offset);
const orNever = fc.option(instants, { freq: 2 });
const period = fc
  .tuple(instants, instants)
  .map(([a, b]) => ({ validFrom: Math.min(a, b), validUntil: Math.max(a, b) }));
const editions = fc.constantFrom("2010-01", "2011-07", "2012-02");
const kinds = fc.constantFrom("rep" as const, "partner" as const);

const wave: fc.Arbitrary<Wave> = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  editionId: editions,
  countries: fc.option(fc.subarray(["US", "DE"])),
  kinds: fc.subarray(["rep", "partner"] as ("rep" | "partner")[]),
  effectiveAt: instants,
  graceDays: fc.integer({ min: 0, max: 5 }),
  mode: fc.constantFrom("enforce", "enforce", "shadow"),
  createdAt: fc.integer({ min: 0, max: 2 }),
  withdrawnAt: orNever,
});

const facts: fc.Arbitrary<ClaimFacts> = fc.record({
  person: fc.option(
    fc.record({
      kind: kinds,
      country: fc.constantFrom("US", "DE"),
      leftAt: orNever,
      onLeave: fc.boolean(),
      knownFrom: fc.option(instants, { freq: 1 }),
      knownUntil: fc.constant(null),
    }),
    { freq: 12 },
  ),
  waves: fc.uniqueArray(wave, { maxLength: 4, selector: (one) => one.id }),
  certifications: fc.array(
    fc.tuple(editions, period).map(([editionId, valid]) => ({ editionId, ...valid })),
    { maxLength: 3 },
  ),
  holds: fc.array(fc.record({ openedAt: instants, liftedAt: orNever }), { maxLength: 1 }),
  overrides: fc.array(
    fc.tuple(period, orNever, instants).map(([valid, endedAt, grantedAt]) => ({ ...valid, endedAt, grantedAt })),
    { maxLength: 2 },
  ),
});

/** The rules once more, written as plainly as possible and without looking at the other. */
function reference(given: ClaimFacts, t: number): { outcome: string; reason: string; shadow: string | null } {
  const { person } = given;
  const open = (from: number, until: number | null) => from <= t && (until === null || t < until);
  const no = (reason: string) => ({ outcome: "deny", reason, shadow: null });
  if (!person) return no("UNKNOWN_PERSON");
  const employed = open(person.knownFrom ?? Number.NEGATIVE_INFINITY, person.leftAt);
  if (!employed) return no("INACTIVE");
  if (given.holds.filter((hold) => open(hold.openedAt, hold.liftedAt)).length > 0) return no("ON_HOLD");

  const inForce = given.waves
    .filter((one) => open(one.effectiveAt, one.withdrawnAt))
    .filter((one) => one.kinds.some((kind) => kind === person.kind))
    .filter((one) => one.countries === null || one.countries.some((country) => country === person.country))
    .sort((a, b) => b.effectiveAt - a.effectiveAt || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  const judge = (one: Wave) => {
    const begun = given.certifications.filter((certification) => certification.validFrom <= t);
    const valid = begun.filter((certification) => t < certification.validUntil);
    const age = ["2010-01", "2011-07", "2012-02"];
    const enough = (editionId: string) => age.indexOf(editionId) >= age.indexOf(one.editionId);
    if (valid.some(({ editionId }) => enough(editionId))) return ["allow", "CERTIFIED"];
    if (
      given.overrides.some(
        (granted) =>
          granted.grantedAt <= t && open(granted.validFrom, granted.validUntil) && (granted.endedAt ?? t + 1) > t,
      )
    ) {
      return ["allow_by_override", "OVERRIDE"];
    }
    if (t < one.effectiveAt + one.graceDays * 24 * 60 * 60 * 1000) return ["allow_in_grace", "IN_GRACE"];
    if (begun.length === 0) return ["deny", "NOT_CERTIFIED"];
    if (begun.some(({ editionId }) => enough(editionId))) return ["deny", "EXPIRED"];
    return ["deny", valid.length > 0 ? "NEW_EDITION" : "EXPIRED"];
  };
  const enforced = inForce.findIndex((one) => one.mode === "enforce");
  const trial = inForce.findIndex((one) => one.mode === "shadow");
  const shadowOf = (index: number) => judge(inForce[index] as Wave).join(" ");
  const shadow = trial !== -1 && (enforced === -1 || trial < enforced) ? shadowOf(trial) : null;
  if (enforced === -1) return { outcome: "allow", reason: shadow ? "SHADOW_MODE" : "NOT_YET_REQUIRED", shadow };
  const [outcome = "", reason = ""] = judge(inForce[enforced] as Wave);
  return { outcome, reason, shadow };
}

test("decides as a second, independent reading of the rules", () => {
  fc.assert(
    fc.property(facts, instants, (given, instant) => {
      const { outcome, reasons, shadow } = decideClaimRight({ ...given, instant });
      expect({
        outcome,
        reason: reasons[0],
        shadow: shadow && `${shadow.outcome} ${shadow.reasons[0]}`,
      }).toEqual(reference(given, instant));
    }),
    { numRuns: 3000 },
  );
});

test("an answer stays the same, word for word, until it says that it may change", () => {
  fc.assert(
    fc.property(facts, instants, fc.double({ min: 0, max: 1, noNaN: true }), (given, instant, part) => {
      const decision = decideClaimRight({ ...given, instant });
      const until = decision.validUntil ?? instant + 100 * day;
      expect(until).toBeGreaterThan(instant);
      const between = instant + Math.floor((until - 1 - instant) * part);
      for (const then of [until - 1, between]) {
        expect(decideClaimRight({ ...given, instant: then })).toEqual(decision);
      }
    }),
    { numRuns: 3000 },
  );
});
