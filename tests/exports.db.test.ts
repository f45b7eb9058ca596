import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { voidAttempt } from "#app/features/assessments/void-attempt.server.ts";
import { exportKind } from "#app/features/exports/export-kind.server.ts";
import { writeExport } from "#app/features/exports/write-export.server.ts";
import { getTeam, listTeam } from "#app/features/teams/get-team.server.ts";
import { getTeamPerson } from "#app/features/teams/get-team-person.server.ts";
import { noFilter } from "#app/features/teams/people-filter.ts";
import { claimWork } from "#app/features/work/claim-work.server.ts";
import { getWork } from "#app/features/work/read-work.server.ts";
import { runClaimedWork } from "#app/features/work/run-claimed-work.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { people, teamDelegations } from "#app/platform/db.server.ts";
import { loadTeamAt } from "#app/routes/manager/team-sight.server.ts";
import { certify, readEverything, takeAttempt } from "./learning-walk.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makeDelegation } from "./make-delegation.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

type Row = Record<string, string>;

function readCsv(text: string): Row[] {
  return parse(text, { bom: true, columns: true });
}

async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of pieces) parts.push(part);
  return Buffer.concat(parts);
}

/** A manager with people in every state of the path, and one person who is somebody else's. */
async function makeTeam(db: Awaited<ReturnType<typeof testDatabase>>) {
  const release = await makeRelease(db, { story: true });
  await makeWave(db);
  const boss = await makePerson(db, { kind: "staff", timeZone: "Asia/Kathmandu" });
  const names = ["Łukasz", "محمد", "山田", "=cmd|' /C calc'!A0", "😀 Zoë"];
  const below = [];
  for (const givenName of names) below.push(await makePerson(db, { givenName, managerEmployeeId: boss.employeeId }));
  const other = await makePerson(db);
  const [fresh, reader, passed, voided, certified] = below;
  if (!fresh || !reader || !passed || !voided || !certified) throw new Error("Nobody was made.");
  const walk = (personId: string) => ({ db, clock: systemClock, personId, release });
  await readEverything(walk(reader.id));
  await takeAttempt(walk(reader.id), () => false);
  await readEverything(walk(passed.id));
  await takeAttempt(walk(passed.id), () => true);
  await readEverything(walk(voided.id));
  await takeAttempt(walk(voided.id), () => true);
  const input = { attempt: 1, reason: "Power cut", by: "test" };
  await voidAttempt({ ...walk(voided.id), input });
  await certify(walk(certified.id), certified);
  return { release, boss, below, other };
}

test("the matrix says of every person what the person's page says, in CSV and in a spreadsheet", async () => {
  await using db = await testDatabase();
  const { boss, below } = await makeTeam(db);
  const app = { db, clock: systemClock };
  const team = await getTeam(app, { managerEmployeeId: boss.employeeId ?? "" });
  const order = { sort: "name" as const, backwards: false };
  const about = { subject: "matrix" as const, team, filter: noFilter, order, reader: boss };
  const made = (format: "csv" | "xlsx") => writeExport(app, { ...about, format });
  const csv = readCsv((await wholeOf((await made("csv")).pieces)).toString());
  const sheet = await readSheet(await wholeOf((await made("xlsx")).pieces));
  const titles = (sheet[0] ?? []).map(String);
  expect(csv).toHaveLength(below.length);
  expect(sheet).toHaveLength(below.length + 1);
  for (const [place, member] of listTeam(team, noFilter).entries()) {
    const { path } = await getTeamPerson(app, { team, employeeId: member.employeeId });
    const row = csv.find(({ employee_id }) => employee_id === member.employeeId) ?? {};
    expect(row).toMatchObject({ status: member.status, steps_done: String(member.progress.done) });
    expect(Date.parse(row.as_of ?? "")).toBeGreaterThanOrEqual(team.asOf);
    expect(row.as_of).toBe(csv[0]?.as_of);
    const cells = path?.steps.map(({ kind, id }) => row[`2011-07 ${kind} ${id}`]);
    const shown = path?.steps.map(({ state, doneAt }) =>
      state === "done" && doneAt !== null ? new Date(doneAt).toISOString() : state,
    );
    expect(cells).toEqual(shown);
    expect(cells?.filter((cell) => /^\d|^done$/.test(cell ?? ""))).toHaveLength(member.progress.done);
    for (const { title, state, doneAt } of path?.steps ?? []) {
      const cell = sheet[place + 1]?.[titles.indexOf(`${title} (Asia/Kathmandu)`)];
      // 5 hours and 45 minutes ahead of UTC.
      const wall = Math.floor((doneAt ?? 0) / 1000) * 1000 + (5 * 60 + 45) * 60_000;
      if (state === "done") expect(Math.round(Number(cell) / 1000) * 1000).toBe(wall);
      else expect(cell).toBe(state === "next" ? "Next" : "Later");
    }
  }
});

test("all figures of a matrix are of one instant, also of people who go on while it is made", async () => {
  await using db = await testDatabase();
  const { release, boss, below } = await makeTeam(db);
  const [fresh] = below;
  if (!fresh) throw new Error("Nobody was made.");
  const walk = { db, clock: systemClock, personId: fresh.id, release };
  const about = { subject: "matrix" as const, format: "csv" as const, filter: noFilter, reader: boss };
  const order = { sort: "name" as const, backwards: false };
  /** The steps done and the certification of somebody, once as the standing counts them and once as the cells do. */
  const made = async (during: () => Promise<void>) => {
    const snapshot: typeof db.snapshot = (run) =>
      db.snapshot((begin) =>
        run(async () => {
          const read = await begin();
          await during();
          return read;
        }),
      );
    const team = await getTeam({ db, clock: systemClock }, { managerEmployeeId: boss.employeeId ?? "" });
    const app = { db: { ...db, snapshot }, clock: systemClock };
    const rows = readCsv((await wholeOf((await writeExport(app, { ...about, team, order })).pieces)).toString());
    for (const row of rows) {
      const steps = Object.entries(row).filter(([key]) => key.startsWith("2011-07 "));
      const done = steps.filter(([, cell]) => /^\d/.test(cell)).map(([, cell]) => Date.parse(cell));
      expect(row.steps_done).toBe(String(done.length));
      expect(row.certified === "yes").toBe(row.certified_at !== "");
      for (const at of done) expect(at).toBeLessThanOrEqual(Date.parse(row.as_of ?? ""));
    }
    return new Map(rows.map((row) => [row.employee_id, [row.steps_done, row.certified]]));
  };
  const before = await made(async () => {});
  // What the standing is made of is asked after this, and so are the steps.
  const meanwhile = await made(async () => void (await certify(walk, fresh)));
  expect(meanwhile).toEqual(before);
  const after = await made(async () => {});
  expect(after).toEqual(new Map([...before, [fresh.employeeId, ["5", "yes"]]]));
  // Made side by side while others go on, each is of one instant.
  const more = await makePerson(db, { managerEmployeeId: boss.employeeId });
  const files = [1, 2, 3].map(() => made(async () => {}));
  await Promise.all([...files, certify({ ...walk, personId: more.id }, more)]);
});

test("a list as a file is the list on the screen: filters, order, names of every script, and nobody else's people", async () => {
  await using db = await testDatabase();
  const { boss, below, other } = await makeTeam(db);
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(boss.id);
  for (const query of ["", "?sort=progress&dir=down", "?certified=yes", "?q=zo%C3%AB"]) {
    const { body } = await pages.visit(`/team/people${query}`, { cookie });
    const onScreen = [...body.matchAll(/href="\/team\/people\/(\d+)"/g)].map(([, id]) => id);
    const csv = readCsv((await pages.visit(`/team/people.csv${query}`, { cookie })).body);
    expect(csv.map(({ employee_id }) => employee_id)).toEqual(onScreen);
    for (const url of ["/team/people.xlsx", "/team/matrix.xlsx"]) {
      const answer = await pages.server.inject({ url: `${url}${query}`, headers: { cookie, host: "localhost:3000" } });
      const rows = await readSheet(answer.rawPayload);
      expect(rows.slice(1).map(([id]) => id)).toEqual(onScreen);
      const [about, filter] = [await readSheet(answer.rawPayload, 2), query.includes("certified")];
      expect(about.flat()).toContain(`Ada ${boss.familyName}`);
      expect(about.flat().includes("Certified")).toBe(filter);
    }
  }
  const all = (await pages.visit("/team/matrix.csv", { cookie })).body;
  for (const { givenName } of below) expect(all).toContain(givenName);
  expect(all).toContain("'=cmd");
  expect(all).not.toContain(other.familyName);
});

test("an export in the background shows what its person may see when it runs, and nothing to who may see nothing", async () => {
  await using db = await testDatabase();
  const { boss, below, other } = await makeTeam(db);
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(boss.id);
  const start = async () => {
    const form = { subject: "matrix", format: "csv" };
    return (await pages.visit("/team/people?certified=no", { cookie, form })).location.split("/").at(-1) ?? "";
  };
  const kind = exportKind("matrix", loadTeamAt);
  const run = async () => {
    const row = await claimWork({ db, kinds: new Map([[kind.kind, kind]]), now: systemClock.now() });
    if (row) await runClaimedWork(pages.app, { row, kind });
  };
  const workId = await start();
  expect(await start()).toBe(workId);
  const waiting = await pages.visit(`/work/${workId}`, { cookie });
  expect(waiting.body).toContain('data-open="yes"');
  // Somebody joins the team between the question and the run.
  await db.write(async (tx) => {
    await tx.update(people).set({ managerEmployeeId: boss.employeeId }).where(eq(people.id, other.id));
  });
  await run();
  const { files, state, result } = await getWork(db.read, { workId, scope: "everybody" });
  expect([state, result?.counts.people]).toEqual(["done", below.length]);
  const url = `/work/${workId}/files/${files[0]?.id}`;
  const csv = readCsv((await pages.visit(url, { cookie })).body);
  expect(csv.map(({ employee_id }) => employee_id)).toContain(other.employeeId);
  expect((await pages.visit(`/work/${workId}`, { cookie })).body).toContain(url);
  // A manager of other people finds nothing of it.
  const stranger = await makePerson(db);
  await makePerson(db, { managerEmployeeId: stranger.employeeId });
  const others = await pages.signedIn(stranger.id);
  for (const path of [`/work/${workId}`, url]) expect((await pages.visit(path, { cookie: others })).status).toBe(404);
  expect((await pages.visit(`/work/${workId}`, { cookie: others, form: { intent: "cancel" } })).status).toBe(404);
  // Everybody moves away before the next one runs.
  const next = await start();
  await db.write(async (tx) => {
    await tx.update(people).set({ managerEmployeeId: null });
  });
  await run();
  const refused = await getWork(db.read, { workId: next, scope: "everybody" });
  expect(refused).toMatchObject({ state: "failed", failure: { code: "refused" }, files: [] });
});

test("a file is handed over to who may see its people now, whoever could when it was asked for or made", async () => {
  await using db = await testDatabase();
  const { boss, below } = await makeTeam(db);
  await using pages = await makePages(db);
  // Stands in for the boss, and leads a team besides: what ends is not the right to see any team.
  const standIn = await makePerson(db);
  await makePerson(db, { managerEmployeeId: standIn.employeeId });
  await makeDelegation(db, { managerId: boss.id, delegateId: standIn.id });
  const cookie = await pages.signedIn(standIn.id);
  const kind = exportKind("people", loadTeamAt);
  const start = async () => {
    const form = { subject: "people", format: "csv" };
    return (
      (await pages.visit(`/team/people?for=${boss.employeeId}`, { cookie, form })).location.split("/").at(-1) ?? ""
    );
  };
  const run = async (workId: string) => {
    const row = await claimWork({ db, kinds: new Map([[kind.kind, kind]]), now: systemClock.now() });
    if (row) await runClaimedWork(pages.app, { row, kind });
    return getWork(db.read, { workId, scope: "everybody" });
  };
  const [workId, waiting] = [await start(), { state: "failed", failure: { code: "refused" }, files: [] }];
  const { files } = await run(workId);
  const url = `/work/${workId}/files/${files[0]?.id}`;
  const made = await pages.visit(url, { cookie });
  expect(readCsv(made.body)).toHaveLength(below.length);
  const late = await start();
  await db.write(async (tx) => {
    await tx.update(teamDelegations).set({ endedAt: Date.now(), endedBy: boss.id });
  });
  expect(await run(late)).toMatchObject(waiting);
  expect((await pages.visit(url, { cookie })).status).toBe(404);
  expect((await pages.visit("/team/people.csv", { cookie })).status).toBe(200);
});

test("whoever joins while a matrix is begun is in it, and in what decides who may have it", async () => {
  await using db = await testDatabase();
  const { boss, below, other } = await makeTeam(db);
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(boss.id);
  const form = { subject: "matrix", format: "csv" };
  const workId = (await pages.visit("/team/people", { cookie, form })).location.split("/").at(-1) ?? "";
  const kind = exportKind("matrix", loadTeamAt);
  const lead = (managerEmployeeId: string | null) =>
    db.write(async (tx) => void (await tx.update(people).set({ managerEmployeeId }).where(eq(people.id, other.id))));
  const snapshot: typeof db.snapshot = async (run) => {
    await lead(boss.employeeId);
    return db.snapshot(run);
  };
  const row = await claimWork({ db, kinds: new Map([[kind.kind, kind]]), now: systemClock.now() });
  if (row) await runClaimedWork({ ...pages.app, db: { ...db, snapshot } }, { row, kind });
  const { files } = await getWork(db.read, { workId, scope: "everybody" });
  const open = () => pages.visit(`/work/${workId}/files/${files[0]?.id}`, { cookie });
  expect(readCsv((await open()).body)).toHaveLength(below.length + 1);
  await lead(null);
  expect((await open()).status).toBe(404);
});

test("a team in which nobody is counted is a file with its header; nobody waits for one that nobody wants any more", async () => {
  await using db = await testDatabase();
  const { boss } = await makeTeam(db);
  const lead = await makePerson(db, { kind: "staff" });
  await makePerson(db, { kind: "staff", managerEmployeeId: lead.employeeId });
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(lead.id);
  for (const subject of ["people", "matrix"]) {
    const csv = await pages.visit(`/team/${subject}.csv`, { cookie });
    expect([csv.status, csv.body.trim().split("\n").length, readCsv(csv.body).length]).toEqual([200, 1, 0]);
    const url = `/team/${subject}.xlsx`;
    const sheet = await pages.server.inject({ url, headers: { cookie, host: "localhost:3000" } });
    expect(await readSheet(sheet.rawPayload)).toHaveLength(1);
  }
  // More than there are connections: each must be given back.
  const sight = { managerEmployeeId: boss.employeeId ?? "" };
  const team = await getTeam(pages.app, sight);
  const about = { subject: "matrix" as const, format: "csv" as const, team, filter: noFilter, reader: boss };
  const order = { sort: "name" as const, backwards: false };
  for (let n = 0; n < 20; n += 1)
    await expect(writeExport(pages.app, { ...about, order, signal: AbortSignal.abort() })).rejects.toThrow();
  const files = Array.from({ length: 40 }, () => writeExport(pages.app, { ...about, order }));
  await getTeam(pages.app, sight);
  expect(new Set((await Promise.all(files)).map((file) => file.people.length))).toEqual(new Set([5]));
});
