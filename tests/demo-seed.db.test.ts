import { eq, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { listRoles } from "#app/features/access/list-roles.server.ts";
import { passwordMatches } from "#app/features/accounts/password.server.ts";
import { attemptDecision } from "#app/features/assessments/attempt-policy.ts";
import { getPartnerPath } from "#app/features/attendance/get-partner-path.server.ts";
import { demoAccounts, demoPassword } from "#app/features/demo/demo-accounts.ts";
import { isDemoSeeded } from "#app/features/demo/demo-state.server.ts";
import { dayMs } from "#app/features/demo/demo-timeline.ts";
import { seedDemo } from "#app/features/demo/seed-demo.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { firmProgress } from "#app/features/firms/firm-progress.server.ts";
import { listFirms } from "#app/features/firms/list-firms.server.ts";
import { listWatchings } from "#app/features/replays/list-watchings.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { type Clock, systemClock } from "#app/platform/clock.ts";
import {
  accounts,
  attempts,
  certifications,
  type Database,
  evidence,
  holds,
  people,
  registrations,
  storyPlays,
  waves,
} from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const now = Date.UTC(2026, 10, 23, 9, 30);
const size = 700;

function contextOf(db: Database, clock: Clock = systemClock): AppContext {
  return { db, clock, env: readEnv({}), log: createLogger("silent") };
}

async function seeded(db: Database) {
  await makeRelease(db, { story: true, managers: true, partners: true });
  const app = contextOf(db, { now: () => now });
  expect(await seedDemo(app, { size })).toBe(true);
  return app;
}

async function personOf(db: Database, login: string) {
  const [person] = await db.read.select().from(people).where(eq(people.emailKey, login));
  if (!person) throw new Error(`There is no ${login}.`);
  return person;
}

test("everything that the seed stores follows from its evidence, and nothing lies in the future", async () => {
  await using db = await testDatabase();
  await seeded(db);
  const found = await verifyEvidence(db);
  expect(found.discrepancies).toEqual([]);
  expect(found.certifications).toBeGreaterThan(size / 5);
  const records = await db.read.select({ at: evidence.at }).from(evidence);
  expect(Math.max(...records.map((record) => record.at))).toBeLessThanOrEqual(now);
  expect(Math.min(...records.map((record) => record.at))).toBeGreaterThan(now - 75 * dayMs);
});

test("whoever takes the assessment has played the story before, more often well than badly", async () => {
  await using db = await testDatabase();
  await seeded(db);
  const plays = await db.read.select().from(storyPlays);
  const firstAttempts = await db.read.select().from(attempts).where(eq(attempts.number, 1));
  const endOf = new Map(plays.map((play) => [play.registrationId, play.endedAt]));
  expect(firstAttempts.length).toBeGreaterThan(size / 5);
  for (const { registrationId, startedAt } of firstAttempts)
    expect(endOf.get(registrationId)).toBeLessThanOrEqual(startedAt);
  const ended = (endingId: string) => plays.filter((play) => play.endingId === endingId).length;
  expect(ended("won")).toBeGreaterThan(ended("lost"));
  expect(ended("shared")).toBeGreaterThan(0);
  expect(ended("lost")).toBeGreaterThan(0);
});

test("certified managers have read what managers read, and nobody else", async () => {
  await using db = await testDatabase();
  await seeded(db);
  const read = await db.read
    .select({ employeeId: people.employeeId, registrationId: evidence.registrationId })
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.personId))
    .where(eq(evidence.subject, "managers-module"));
  const managers = new Set((await db.read.select().from(people)).map((person) => person.managerEmployeeId));
  expect(read.length).toBeGreaterThan(10);
  expect(read.every(({ employeeId }) => managers.has(employeeId))).toBe(true);
  expect(read.every(({ registrationId }) => registrationId === null)).toBe(true);
});

test("the waves make the United States required, two countries in grace, and the others wait", async () => {
  await using db = await testDatabase();
  await seeded(db);
  const all = await db.read.select().from(waves).orderBy(waves.effectiveAt);
  const [first, second, third] = all.map(({ countries, effectiveAt, graceDays }) => {
    const ended = effectiveAt + graceDays * dayMs <= now;
    return { countries, state: effectiveAt > now ? "to come" : ended ? "required" : "in grace" };
  });
  expect(first).toEqual({ countries: ["US"], state: "required" });
  expect(second).toEqual({ countries: ["CA", "GB"], state: "in grace" });
  expect(third?.state).toBe("to come");
  expect(third?.countries).toHaveLength(14);
  expect(all[2]?.effectiveAt).toBe(Date.UTC(2027, 0, 1));
});

test("retries keep to the attempt policy", async () => {
  await using db = await testDatabase();
  await seeded(db);
  const taken = await db.read.select().from(attempts).orderBy(attempts.registrationId, attempts.number);
  const policy = { maximum: 5, withinDays: 30, waitHoursBeforeThird: 24, coachUnlockFrom: 4 };
  const byRegistration = Map.groupBy(taken, (attempt) => attempt.registrationId);
  for (const own of byRegistration.values()) {
    for (const [index, { startedAt, number }] of own.entries()) {
      const earlier = own.slice(0, index).map((one) => ({
        number: one.number,
        endedAt: one.submittedAt ?? 0,
        passed: one.result?.passed === true,
      }));
      const given = { earlier, missedLessons: [], reviewedLessons: new Set<string>(), now: startedAt, policy };
      expect(attemptDecision(given)).toEqual({ allowed: true, number });
    }
  }
  expect(taken.some((attempt) => attempt.number > 1)).toBe(true);
});

test("people work from Monday to Friday, in the daytime of their own zone", async () => {
  await using db = await testDatabase();
  await seeded(db);
  const moments = await db.read
    .selectDistinct({ at: evidence.at, timeZone: people.timeZone })
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.personId))
    .where(ne(evidence.kind, "held"));
  const formats = new Map<string, Intl.DateTimeFormat>();
  const strange = moments.filter(({ at, timeZone }) => {
    const options = { timeZone, weekday: "short", hour: "numeric", hourCycle: "h23" } as const;
    const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en", options);
    formats.set(timeZone, format);
    const [weekday, hour] = format.format(at).split(", ");
    return weekday === "Sat" || weekday === "Sun" || Number(hour) < 8 || Number(hour) > 18;
  });
  expect(formats.size).toBeGreaterThan(15);
  expect(strange).toEqual([]);
});

test("each of the cast stands where their story says, and can sign in", async () => {
  await using db = await testDatabase();
  await seeded(db);
  const standing = async (login: string) => {
    const person = await personOf(db, login);
    const lessons = await db.read.select().from(evidence).where(eq(evidence.personId, person.id));
    const tries = await db.read.select().from(attempts).where(eq(attempts.personId, person.id));
    const certified = await db.read.select().from(certifications).where(eq(certifications.personId, person.id));
    const read = lessons.filter((record) => record.kind === "lesson_read").length;
    return { read, tries: tries.map((attempt) => attempt.result?.passed), certified: certified.length };
  };
  expect(await standing("dana.whitfield@reps.example.com")).toEqual({ read: 0, tries: [], certified: 0 });
  expect(await standing("marcus.bell@reps.example.com")).toEqual({ read: 1, tries: [], certified: 0 });
  expect(await standing("teresa.quinones@reps.example.com")).toEqual({ read: 2, tries: [false], certified: 0 });
  expect(await standing("priya.raman@reps.example.com")).toEqual({ read: 2, tries: [true], certified: 1 });
  expect(await standing("imogen.clarke@reps.example.com")).toEqual({ read: 1, tries: [], certified: 0 });
  expect(await standing("jonas.krueger@reps.example.com")).toEqual({ read: 0, tries: [], certified: 0 });
  const { id: personId } = await personOf(db, "dana.whitfield@reps.example.com");
  const [account] = await db.read.select().from(accounts).where(eq(accounts.personId, personId));
  expect(await passwordMatches(account?.passwordHash ?? null, demoPassword)).toBe(true);
  const mine = await db.read.select().from(people).innerJoin(accounts, eq(accounts.personId, people.id));
  expect(mine.filter(({ people: { externalId } }) => !externalId?.startsWith("DEMO-P-"))).toHaveLength(
    demoAccounts.length,
  );
  const rolesOf = async (login: string) => listRoles(db.read, { person: await personOf(db, login), now });
  expect(await rolesOf("rosalind.okoye@reps.example.com")).toEqual(["rep", "manager"]);
  expect(await rolesOf("helen.marsh@staff.example.com")).toEqual(["program_office"]);
  expect(await rolesOf("samuel.adeyemi@staff.example.com")).toEqual(["auditor"]);
  expect(await rolesOf("lucia.ferrante@partners.example.com")).toEqual(["partner"]);
  expect(await rolesOf("joaquin.beltran@partners.example.com")).toEqual(["partner", "firm_coordinator"]);
});

test("sixty firms with their people on the way in, those of the cast at one of them", async () => {
  await using db = await testDatabase();
  await seeded(db);
  const all = await listFirms(db, { q: null, now });
  expect(all).toHaveLength(60);
  expect(new Set(all.map(({ country }) => country)).size).toBeGreaterThan(25);
  const total = (of: "people" | "joined") => all.reduce((sum, firm) => sum + firm[of], 0);
  expect(total("people")).toBeGreaterThan(350);
  expect(total("joined") / total("people")).toBeGreaterThan(0.55);
  const coordinator = await personOf(db, "joaquin.beltran@partners.example.com");
  const members = await firmProgress({ db, clock: { now: () => now }, firmId: coordinator.firmId ?? "" });
  expect(members.map(({ name }) => name)).toEqual(expect.arrayContaining(["Lucía Ferrante", "Joaquín Beltrán"]));
  expect(new Set(members.map(({ state }) => state)).size).toBeGreaterThan(1);
});

test("one partner is half-way and one has attended", async () => {
  await using db = await testDatabase();
  const app = await seeded(db);
  const pathOf = async (login: string) => getPartnerPath({ ...app, personId: (await personOf(db, login)).id });
  const half = await pathOf("lucia.ferrante@partners.example.com");
  expect(half.steps.map(({ state }) => state)).toEqual(["done", "next", "closed", "closed"]);
  const watched = await listWatchings({ ...app, personId: half.person.id });
  expect(watched.map(({ share, begun }) => [share, begun])).toEqual([
    [1, true],
    [0.25, true],
  ]);
  const whole = await pathOf("mateusz.lind@partners.example.com");
  expect(whole.checks.submitted.map(({ result }) => result.correct)).toEqual([5, 7]);
  expect(whole.attendance?.issuedAt).toBeGreaterThan(now - 24 * dayMs);
});

test("a seed that was interrupted goes on and leaves nobody half told", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const app = contextOf(db, { now: () => now });
  const interruption = new AbortController();
  const broken = seedDemo(app, {
    size: 2_400,
    signal: interruption.signal,
    onProgress: (phase) => phase === "histories" && interruption.abort(),
  });
  await expect(broken).rejects.toThrow("aborted");
  const before = await db.read.select().from(registrations);
  expect(before.length).toBeGreaterThan(0);
  expect(await isDemoSeeded(db.read)).toBe(false);

  const later = contextOf(db, { now: () => now + dayMs });
  expect(await seedDemo(later, { size: 2_400 })).toBe(true);
  expect(await seedDemo(later)).toBe(false);
  const after = new Map((await db.read.select().from(registrations)).map((row) => [row.id, row]));
  expect(after.size).toBeGreaterThan(before.length);
  expect(before.every((row) => after.has(row.id))).toBe(true);
  expect(await db.read.select().from(waves)).toHaveLength(3);
  expect(await db.read.select().from(holds)).toHaveLength(10);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("invented people are never mixed with real ones", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makePerson(db);
  await expect(seedDemo(contextOf(db), { size })).rejects.toThrow("holds 1 people who are not of the demo");
  expect(await db.read.select().from(people)).toHaveLength(1);
});

test("without a release there is nothing to tell", async () => {
  await using db = await testDatabase();
  await expect(seedDemo(contextOf(db), { size })).rejects.toThrow("Nothing is published yet");
  expect(await db.read.select().from(people)).toHaveLength(0);
});
