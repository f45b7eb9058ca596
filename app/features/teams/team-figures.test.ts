import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMembers, peopleOf } from "#tests/make-members.ts";
import { slotMatcher } from "./match-slots.ts";
import { memberList } from "./member-list.ts";
import { orderSlots } from "./order-slots.ts";
import { noFilter, type PeopleFilter, peopleMatcher, readPeopleFilter, type Sort, sorts } from "./people-filter.ts";
import { teamFigures } from "./team-figures.ts";
import { type Member, statuses } from "./team-member.ts";

const anyFilter = fc.record({
  ...Object.fromEntries(Object.keys(noFilter).map((key) => [key, fc.constant(null)])),
  leave: fc.constantFrom("yes", "no", null),
  contractor: fc.constantFrom("yes", "no", null),
  country: fc.constantFrom("US", "DE", null),
  wave: fc.constantFrom("w1", null),
  q: fc.constantFrom("zuk", "R10", null),
  due: fc.constantFrom("soon", "overdue", null),
}) as fc.Arbitrary<PeopleFilter>;

test("every figure is the length of the list that it opens, under any filter", () => {
  fc.assert(
    fc.property(anyMembers, anyFilter, (everybody, filter) => {
      const people = everybody.filter(peopleMatcher(filter));
      const listed = (more: Partial<PeopleFilter>) => people.filter(peopleMatcher({ ...noFilter, ...more })).length;
      const { all, overdue, cuts } = teamFigures(people);
      expect(all.people).toBe(listed({}));
      expect(all.soon).toBe(listed({ due: "soon" }));
      expect(overdue).toBe(listed({ due: "overdue" }));
      for (const status of statuses) expect(all[status]).toBe(listed({ status }));
      for (const cut of ["region", "country", "department"] as const) {
        expect(cuts[cut].reduce((sum, { counts }) => sum + counts.people, 0)).toBe(people.length);
        for (const { value, counts } of cuts[cut]) {
          expect(counts.people).toBe(listed({ [cut]: value }));
          expect(counts.soon).toBe(listed({ [cut]: value, due: "soon" }));
          expect(counts.certifiedNow).toBe(listed({ [cut]: value, certified: "yes" }));
          for (const status of statuses) expect(counts[status]).toBe(listed({ [cut]: value, status }));
        }
      }
    }),
  );
});

const never = Number.POSITIVE_INFINITY;

/** What each order compares; equal people stay sorted by name. */
const sortValues: Record<Sort, (member: Member) => number | string> = {
  name: () => 0,
  due: ({ dueAt }) => dueAt ?? never,
  progress: ({ progress: { done, total } }) => (total === 0 ? 0 : done / total),
  country: ({ country }) => country,
  department: ({ department }) => department,
};

/** The order that columns are held against: of people who come sorted by name. */
function sortPeople(people: readonly Member[], sort: Sort, backwards: boolean): readonly Member[] {
  const value = sortValues[sort];
  if (sort === "name") return backwards ? people.toReversed() : people;
  const compare = (a: Member, b: Member) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0);
  return backwards ? people.toSorted((a, b) => compare(b, a)) : people.toSorted(compare);
}

test("people kept as columns are those put in: one by one, counted, filtered and sorted", async () => {
  await fc.assert(
    fc.asyncProperty(anyMembers, anyFilter, async (members, filter) => {
      const people = await peopleOf(members);
      const everybody = memberList(people, people.byName);
      expect(everybody.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(members);
      expect(teamFigures(everybody)).toEqual(teamFigures([...everybody]));
      expect(memberList(people, people.byName.filter(slotMatcher(people, filter)))).toEqual(
        everybody.filter(peopleMatcher(filter)),
      );
      for (const sort of sorts) {
        for (const backwards of [false, true]) {
          const ids = memberList(people, orderSlots(people, sort, backwards)).map(({ id }) => id);
          expect(ids).toEqual(sortPeople([...everybody], sort, backwards).map(({ id }) => id));
        }
      }
    }),
  );
});

test("a filter is what its URL says, and what means nothing is left out", () => {
  const query = new URLSearchParams("status=blocked&due=never&q=+Ada+&country=US&leave=yes&page=3");
  expect(readPeopleFilter(query)).toEqual({ ...noFilter, status: "blocked", q: "Ada", country: "US", leave: "yes" });
});

test("somebody is found by an employee id with letters, however it is typed", async () => {
  const [one] =
    fc.sample(
      anyMembers.filter(({ length }) => length > 0),
      1,
    )[0] ?? [];
  if (!one) throw new Error("Nobody was drawn.");
  const people = await peopleOf([{ ...one, employeeId: "EMP-00a7" }]);
  const found = (q: string) => people.byName.filter(slotMatcher(people, { ...noFilter, q })).length;
  expect(["EMP-00a7", "emp-00", "Emp-00A7", "EMP-00a8", "00a7"].map(found)).toEqual([1, 1, 1, 0, 0]);
});

test("a department with the longest name that HR may give is filtered by all of it", () => {
  const department = "𝔻".repeat(200);
  expect(readPeopleFilter(new URLSearchParams({ department })).department).toBe(department);
});
