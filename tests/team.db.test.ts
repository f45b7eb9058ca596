import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkClaimRights } from "#app/features/claims/check-claim-right.server.ts";
import { hrFeed } from "#app/features/people/hr-feed.ts";
import { importPeople } from "#app/features/people/import-people.server.ts";
import { getTeam, listTeam } from "#app/features/teams/get-team.server.ts";
import { getTeamOverview } from "#app/features/teams/get-team-overview.server.ts";
import { listPeople } from "#app/features/teams/list-people.server.ts";
import { noFilter } from "#app/features/teams/people-filter.ts";
import { systemClock } from "#app/platform/clock.ts";
import { people } from "#app/platform/db.server.ts";
import { certify as certifyByWalk, readEverything } from "./learning-walk.ts";
import { getPerson } from "./load-people.ts";
import { certify, makeHold, makeOverride, makeWave } from "./make-claim-facts.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;

test("each person's standing is the answer of the gate, and turns by itself at the instant it says", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db, { effectiveAt: 100 * day, graceDays: 10, countries: ["US"] });
  await makeWave(db, { effectiveAt: 100 * day, countries: ["DE"], mode: "shadow" });
  const boss = await makePerson(db, { kind: "staff" });
  const of = { managerEmployeeId: boss.employeeId };
  await makePerson(db, of);
  await makePerson(db, { ...of, country: "FR" });
  await makePerson(db, { ...of, leftAt: 105 * day });
  const held = await makePerson(db, of);
  const overridden = await makePerson(db, of);
  const certified = await makePerson(db, { ...of, onLeave: true });
  const old = await makePerson(db, { ...of, country: "DE" });
  await makeHold(db, { personId: held.id, openedAt: 50 * day, liftedAt: 120 * day });
  await makeOverride(db, { personId: overridden.id, validFrom: 0, validUntil: 130 * day });
  await certify(db, { personId: certified.id, releaseId: release.id, validFrom: 90 * day, validUntil: 115 * day });
  await certify(db, { personId: old.id, releaseId: release.id, validFrom: 0, validUntil: 99 * day });

  const seen: string[] = [];
  const expected: string[] = [];
  // One memory for all instants, so that what it remembers must turn by itself.
  for (const now of [40, 60, 95.9, 96, 100, 105, 110 - 1e-8, 110, 115, 119, 120, 129, 130].map((days) =>
    Math.floor(days * day),
  )) {
    const team = await getTeam({ db, clock: { now: () => now } }, { managerEmployeeId: boss.employeeId ?? "" });
    const everybody = [...team.inSight];
    const rights = await checkClaimRights({ db, at: now, now, employeeIds: everybody.map((one) => one.employeeId) });
    for (const [n, one] of everybody.entries()) {
      const right = rights[n];
      const blocked = right?.outcome === "deny";
      seen.push(`${now} ${one.employeeId} ${one.status === "blocked"} ${one.reason}`);
      expected.push(`${now} ${one.employeeId} ${blocked} ${right?.reasons[0]}`);
      if (one.dueAt !== null && !blocked) {
        const ask = (at: number) => checkClaimRights({ db, at, now, employeeIds: [one.employeeId] });
        expect((await ask(one.dueAt))[0]?.outcome).toBe("deny");
        expect((await ask(one.dueAt - 1))[0]?.outcome).not.toBe("deny");
        expect(one.soon).toBe(one.dueAt - now <= 14 * day);
      }
    }
  }
  expect(seen).toEqual(expected);
});

test("what is recorded counts from the next question on, and figures are the lists they open", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const boss = await makePerson(db, { kind: "staff" });
  const lead = await makePerson(db, { managerEmployeeId: boss.employeeId });
  const rep = await makePerson(db, { managerEmployeeId: lead.employeeId });
  const ask = () => getTeam({ db, clock: systemClock }, { managerEmployeeId: boss.employeeId ?? "" });
  const walk = { db, clock: systemClock, personId: rep.id, release };
  const find = async () => listTeam(await ask(), noFilter).find(({ id }) => id === rep.id);
  expect(await find()).toMatchObject({ status: "blocked", reason: "NOT_CERTIFIED", progress: { done: 0, total: 4 } });
  await readEverything(walk);
  expect(await find()).toMatchObject({ status: "blocked", progress: { done: 2 } });
  await certifyByWalk(walk, rep);
  expect(await find()).toMatchObject({ status: "certified", certified: true, progress: { done: 4, total: 4 } });
  await makeHold(db, { personId: rep.id });
  expect(await find()).toMatchObject({ status: "blocked", reason: "ON_HOLD" });
  await makeWave(db, { editionId: "2012-01", effectiveAt: 1 });
  expect((await find())?.reason).toBe("ON_HOLD");

  const team = await ask();
  const { figures, groups } = getTeamOverview(team, null);
  expect(groups).toMatchObject([{ employeeId: lead.employeeId, counts: { people: 1, blocked: 1 } }]);
  expect(figures.all.blocked).toBe(listPeople(team, { ...noFilter, status: "blocked" }).length);
  expect(listPeople(team, { ...noFilter, reports: "direct" }).map(({ id }) => id)).toEqual([lead.id]);
});

test("a manager sees the own people and nobody else, from the next click after a reorganisation", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makeWave(db);
  const [one, other] = [await makePerson(db), await makePerson(db)];
  const lead = await makePerson(db, { managerEmployeeId: one.employeeId });
  const rep = await makePerson(db, { managerEmployeeId: lead.employeeId });
  await makePerson(db, { managerEmployeeId: other.employeeId });
  await using pages = await makePages(db);
  const cookies = { one: await pages.signedIn(one.id), other: await pages.signedIn(other.id) };
  const click = async (who: keyof typeof cookies) => {
    const urls = [
      `/team/people/${rep.employeeId}`,
      `/team?manager=${lead.employeeId}`,
      "/team/people",
      "/team/people.csv",
    ];
    const answers = [];
    for (const url of urls) answers.push(await pages.visit(url, { cookie: cookies[who] }));
    const [person, team, list, csv] = answers;
    const shown = [list, csv].map((answer) => answer?.body.includes(rep.employeeId ?? "") ?? null);
    return [person?.status, team?.status, ...shown];
  };
  expect(await click("one")).toEqual([200, 200, true, true]);
  expect(await click("other")).toEqual([404, 404, false, false]);
  await db.write(async (tx) => {
    await tx.update(people).set({ managerEmployeeId: other.employeeId }).where(eq(people.id, lead.id));
  });
  expect(await click("other")).toEqual([200, 200, true, true]);
  // Nobody is left below the one, so the role is gone as well.
  expect((await pages.visit("/team/people", { cookie: cookies.one })).status).toBe(403);
  // A loop in what HR says: it ends, and each of the two has the other's people.
  await db.write(async (tx) => {
    await tx.update(people).set({ managerEmployeeId: rep.employeeId }).where(eq(people.id, other.id));
  });
  expect(await click("other")).toEqual([200, 200, true, true]);
});

const line = ([employeeId, family, manager]: readonly [string, string, string]) =>
  `${employeeId},Ada,${family},,${family.toLowerCase()}@reps.example.com,US,AMERICAS,New York,Account Executive,Enterprise,${manager},2020-01-06,,Active,en,America/New_York,Employee`;

test("an import between two clicks moves people, also out of a list that is open, and says so in plain words", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const header = (await readFile("tests/fixtures/hr-feed-small.csv", "utf8")).split("\n", 1)[0];
  const folder = await mkdtemp(join(tmpdir(), "cleared-feed-"));
  const load = async (name: string, ...people: Parameters<typeof line>[0][]) => {
    const file = join(folder, `${name}.csv`);
    await writeFile(file, [header, ...people.map(line), ""].join("\n"));
    await importPeople({ feed: hrFeed, db, clock: systemClock, file, appliedBy: "test", confirm: async () => true });
  };
  const [one, other] = [["20000001", "One", ""] as const, ["20000002", "Other", ""] as const];
  const rest = [["20000005", "Stays", "20000001"] as const, ["20000006", "Stays-too", "20000002"] as const];
  const lead = ["20000003", "Lead", "20000001"] as const;
  const rep = ["20000004", "Rep", "20000003"] as const;
  await load("before", one, other, lead, rep, ...rest);
  await using pages = await makePages(db);
  const cookieOf = async (employeeId: string) => pages.signedIn((await getPerson(db, employeeId)).id);
  const cookies = [await cookieOf(one[0]), await cookieOf(other[0])];
  const urls = [`/team/people/${rep[0]}`, `/team?manager=${lead[0]}`, `/team/people?manager=${lead[0]}`];
  const click = async (who: 0 | 1) => {
    const cookie = cookies[who] ?? "";
    const answers: number[] = [];
    for (const url of urls) answers.push((await pages.visit(url, { cookie })).status);
    const csv = await pages.visit("/team/people.csv", { cookie });
    return [...answers, csv.body.includes(rep[0])];
  };
  expect(await click(0)).toEqual([200, 200, 200, true]);
  expect(await click(1)).toEqual([404, 404, 404, false]);
  const open = (await pages.visit("/team/people", { cookie: cookies[0] ?? "" })).body;
  expect(open).toContain(`href="/team/people/${rep[0]}"`);
  // The one loses the whole team below the lead, and gains nobody; the rep is taken out of it besides.
  await load("after", one, other, [lead[0], lead[1], other[0]], [rep[0], rep[1], other[0]], ...rest);
  expect(await click(0)).toEqual([404, 404, 404, false]);
  expect(await click(1)).toEqual([200, 200, 200, true]);
  const gone = (await pages.visit(`/team/people/${rep[0]}`, { cookie: cookies[0] ?? "" })).body;
  expect(gone).toContain("Not in your team, or not any more");
  expect(gone).not.toContain("Rep,");
  const below = await pages.visit(`/team/people?manager=${lead[0]}`, { cookie: cookies[1] ?? "" });
  expect(below.body).not.toContain(`href="/team/people/${rep[0]}"`);
});
