import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMembers, peopleOf } from "#tests/make-members.ts";
import type { Wave } from "../waves/wave-applies.ts";
import { memberList } from "./member-list.ts";
import { paceOf, waveToWatch } from "./pace.ts";

const day = 86_400_000;
const wave: Wave = {
  ...{ id: "w1", editionId: "2011-07", countries: null, kinds: ["rep"] },
  ...{ effectiveAt: 10 * day, graceDays: 10, mode: "enforce", createdAt: 0, withdrawnAt: null },
};

test("the share at each point is that of the people who hold a certification then", async () => {
  await fc.assert(
    fc.asyncProperty(anyMembers, fc.integer({ min: 0, max: 30 }), async (drawn, days) => {
      const now = days * day;
      const people = drawn.map((member) => ({
        ...member,
        certified: member.certifications.some((one) => (one.validFrom % 20) * day <= now && now < 15 * day),
        certifications: member.certifications.map((one) => ({
          ...one,
          validFrom: (one.validFrom % 20) * day,
          validUntil: 15 * day,
        })),
      }));
      const theirs = people.filter((member) => member.waveId === "w1");
      const pace = paceOf(wave, people, now);
      const columns = await peopleOf(people);
      expect(paceOf(wave, memberList(columns, columns.byName), now)).toEqual(pace);
      expect(pace.people).toBe(theirs.length);
      for (const { at, certified, needed } of pace.points) {
        expect(needed).toBeCloseTo(Math.min(1, at / (20 * day)));
        const held = theirs.filter(({ certifications }) =>
          certifications.some(({ validFrom, validUntil }) => validFrom <= at && at < validUntil),
        );
        expect(certified).toBe(at > now ? null : theirs.length === 0 ? 0 : held.length / theirs.length);
      }
    }),
  );
});

test("the wave to watch is the one whose date comes next, or the last that has passed", () => {
  const [member] =
    fc.sample(
      anyMembers.filter(({ length }) => length > 0),
      1,
    )[0] ?? [];
  if (!member) throw new Error("Nobody was drawn.");
  const people = [
    { ...member, waveId: "w1" },
    { ...member, waveId: "w2" },
  ];
  const later = { ...wave, id: "w2", effectiveAt: 40 * day };
  const named = (now: number) => waveToWatch([later, wave], people, now)?.id;
  expect(named(5 * day)).toBe("w1");
  expect(named(21 * day)).toBe("w2");
  expect(named(99 * day)).toBe("w2");
  expect(waveToWatch([{ ...later, withdrawnAt: 1 }], people, 5)).toBeNull();
});

test("nobody is late on the first day, and nobody for a part of a person", async () => {
  await fc.assert(
    fc.asyncProperty(anyMembers, fc.double({ min: 0, max: 30, noNaN: true }), async (drawn, days) => {
      const people = drawn.map((member) => ({ ...member, waveId: "w1" }));
      const { dueNow, neededNow } = paceOf(wave, people, days * day);
      expect(neededNow).toBeCloseTo(Math.min(20, Math.floor(days)) / 20);
      expect(dueNow).toBe(Math.floor((Math.min(20, Math.floor(days)) * people.length) / 20));
    }),
  );
});
