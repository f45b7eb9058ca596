import { expect, test } from "vitest";
import { demoAccounts, isDemoId } from "#app/features/demo/demo-accounts.ts";
import { demoCast } from "#app/features/demo/demo-cast.ts";
import { countryLevels, parentIndex } from "#app/features/demo/demo-tree.ts";
import { makeDemoPeople } from "#app/features/demo/make-demo-people.ts";
import { checkRow } from "#app/features/people/check-row.ts";
import type { FeedRecord } from "#app/features/people/feed-columns.ts";
import { hrFeed } from "#app/features/people/hr-feed.ts";

const openedAt = Date.UTC(2026, 8, 9, 12);
const all = makeDemoPeople({ openedAt });

function countBy(records: readonly FeedRecord[], column: keyof FeedRecord): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(record[column], (counts.get(record[column]) ?? 0) + 1);
  return counts;
}

test("the demo has 40,000 people, each with an id and an address of their own", () => {
  expect(all).toHaveLength(40_000);
  expect(countBy(all, "employee_id").size).toBe(40_000);
  expect(countBy(all, "email").size).toBe(40_000);
  expect(all.every((record) => isDemoId(record.employee_id))).toBe(true);
});

test("every row passes the rules of the HR feed", () => {
  const problems = all.flatMap((record, line) => {
    const valueIn = (column: keyof FeedRecord) => record[column];
    return checkRow({ line, valueIn }, hrFeed, 2026).problems;
  });
  expect(problems).toEqual([]);
});

test("the tree has one head, eight levels and about nine reports a manager", () => {
  const depth = new Map<string, number>();
  for (const { employee_id, manager_employee_id: manager } of all) {
    // Managers stand before their reports, so there is no loop and nobody reports to somebody unknown.
    expect(manager === "" || depth.has(manager)).toBe(true);
    depth.set(employee_id, manager === "" ? 1 : (depth.get(manager) ?? 0) + 1);
  }
  const managers = countBy(all, "manager_employee_id");
  expect(managers.get("")).toBe(1);
  expect(Math.max(...depth.values())).toBe(8);
  expect(managers.size - 1).toBeGreaterThan(4_000);
  expect(managers.size - 1).toBeLessThan(4_700);
  expect(Math.max(...managers.values())).toBeLessThanOrEqual(20);
});

test("countries, leavers, leave and contractors are as the real feed has them", () => {
  expect(countBy(all, "country").size).toBe(17);
  expect(countBy(all, "region").size).toBe(3);
  const statuses = countBy(all, "employment_status");
  expect((statuses.get("Terminated") ?? 0) / all.length).toBeCloseTo(0.01, 2);
  expect((statuses.get("On Leave") ?? 0) / all.length).toBeCloseTo(0.02, 2);
  expect((countBy(all, "worker_type").get("Contractor") ?? 0) / all.length).toBeCloseTo(0.06, 2);
  const left = all.filter((record) => record.employment_status === "Terminated");
  expect(left.every((record) => record.termination_date < "2026-09-09")).toBe(true);
});

test("the cast is there, active, and Małgorzata Wójcik reports to Grzegorz Żuk", () => {
  const byEmail = new Map(all.map((record) => [record.email, record]));
  for (const { login, givenName, familyName, country } of demoCast) {
    const { first_name, last_name, country: at, employment_status } = byEmail.get(login) as FeedRecord;
    expect([first_name, last_name, at, employment_status]).toEqual([givenName, familyName, country, "Active"]);
  }
  const manager = byEmail.get("grzegorz.zuk@reps.example.com");
  expect(byEmail.get("malgorzata.wojcik@reps.example.com")?.manager_employee_id).toBe(manager?.employee_id);
  expect(new Set(demoAccounts.map((account) => account.login)).size).toBe(demoAccounts.length);
});

test("the same day gives the same people", () => {
  expect(makeDemoPeople({ size: 500, openedAt })).toEqual(makeDemoPeople({ size: 500, openedAt }));
});

test("a country's levels add up to its people, and teams are spread evenly, whatever the size", () => {
  for (const people of [12, 13, 60, 196, 1_000, 14_600]) {
    const levels = countryLevels(people);
    expect(levels.reduce((sum, count) => sum + count, 0)).toBe(people);
    expect(levels[0]).toBe(1);
    for (let n = 1; n < levels.length; n++) {
      const [parents = 0, children = 0] = [levels[n - 1], levels[n]];
      const teams = Array.from({ length: children }, (_, index) => parentIndex(index, { children, parents }));
      expect(new Set(teams).size).toBe(parents);
      expect(Math.max(...teams)).toBe(parents - 1);
    }
  }
});
