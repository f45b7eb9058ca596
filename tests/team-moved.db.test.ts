import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { nameDelegate } from "#app/features/delegations/name-delegate.server.ts";
import { exportKind } from "#app/features/exports/export-kind.server.ts";
import { claimWork } from "#app/features/work/claim-work.server.ts";
import { getWork } from "#app/features/work/read-work.server.ts";
import { runClaimedWork } from "#app/features/work/run-claimed-work.server.ts";
import { people, roleGrants, teamDelegations } from "#app/platform/db.server.ts";
import { loadTeamAt } from "#app/routes/manager/team-sight.server.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makePublished } from "./make-published.ts";

const start = Date.UTC(2026, 2, 10, 15);

/** A manager, whose stand-in leads a team too; their stand-in before the alphabet. */
async function twoTeams() {
  const { db, clock } = await makePublished(start);
  const boss = await makePerson(db, { kind: "staff", familyName: "Boss" });
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId, familyName: "Movable" });
  const away = await makePerson(db, { managerEmployeeId: boss.employeeId, familyName: "Leaves", onLeave: true });
  const second = await makePerson(db, { familyName: "Second" });
  const own = await makePerson(db, { managerEmployeeId: second.employeeId, familyName: "Own" });
  const draft = { who: second.employeeId ?? "", from: "2026-03-10", until: "2026-03-20", reason: "Stands in." };
  await nameDelegate({ db, clock, managerId: boss.id, draft });
  const pages = await makePages(db, { clock });
  const cookies = { boss: await pages.signedIn(boss.id), second: await pages.signedIn(second.id) };
  const set = (one: { id: string }, change: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(change).where(eq(people.id, one.id))));
  const move = (one: { id: string }, to: { employeeId: string | null } | null) =>
    set(one, { managerEmployeeId: to?.employeeId ?? null });
  const visit = (who: keyof typeof cookies, url: string, form?: Record<string, string>) =>
    pages.visit(url, { cookie: cookies[who], ...(form ? { form } : {}) });
  const dispose = async () => {
    await pages[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
  return { db, clock, pages, visit, set, move, boss, rep, away, second, own, [Symbol.asyncDispose]: dispose };
}

test("a file made before is handed out only to who may still see everybody in it", async () => {
  await using made = await twoTeams();
  const { db, clock, pages, visit, set, move, boss, rep, second, own } = made;
  const kind = exportKind("people", loadTeamAt);
  const exported = async (who: "boss" | "second", query: string) => {
    const { location } = await visit(who, `/team/people${query}`, { subject: "people", format: "csv" });
    const row = await claimWork({ db, kinds: new Map([[kind.kind, kind]]), now: clock.now() });
    if (row) await runClaimedWork(pages.app, { row, kind });
    const { files, result } = await getWork(db.read, { workId: location.split("/").at(-1) ?? "", scope: "everybody" });
    expect([files.length, result?.counts.people]).toEqual([1, query.includes("Own") ? 1 : 2]);
    return `${location}/files/${files[0]?.id}`;
  };
  const [bosses, stood] = [await exported("boss", ""), await exported("second", `?for=${boss.employeeId}`)];
  const mine = await exported("second", "?q=Own");
  const open = async () => [
    (await visit("boss", bosses)).status,
    (await visit("second", stood)).status,
    (await visit("second", mine)).status,
  ];
  expect(await open()).toEqual([200, 200, 200]);
  // Who joins later is in no file; who leaves the company is still in the team.
  await move(own, rep);
  expect((await visit("boss", bosses)).status).toBe(200);
  await set(rep, { leftAt: start });
  await move(own, second);
  expect(await open()).toEqual([200, 200, 200]);
  await move(rep, null);
  expect(await open()).toEqual([404, 404, 200]);
  const refused = await visit("boss", bosses);
  expect(refused.body).toContain("Somebody in this file is not in your team any more");
  expect(refused.body).not.toContain("Movable");
  // A list that was open before: its file says in words why there is none.
  const list = await visit("boss", `/team/matrix.xlsx?manager=${rep.employeeId}`);
  expect([list.status, list.body.includes("Not in your team, or not any more")]).toEqual([404, true]);
  await move(rep, boss);
  expect(await open()).toEqual([200, 200, 200]);
  // The stand-in stays a manager of others, and the office opens what it sees anyway.
  await db.write(async (tx) => void (await tx.update(teamDelegations).set({ endedAt: start, endedBy: boss.id })));
  expect(await open()).toEqual([200, 404, 200]);
  await db.write(async (tx) => {
    const grant = { id: second.id, personId: second.id, grantedAt: 0, grantedBy: "test", revokedAt: null };
    await tx.insert(roleGrants).values({ ...grant, role: "program_office" });
  });
  await move(rep, null);
  expect(await open()).toEqual([404, 200, 200]);
});

test("work in the background is about the team that was shown, also when another one comes first by then", async () => {
  await using made = await twoTeams();
  const { db, clock, pages, visit, move, rep, second, own } = made;
  // Without a team of their own, the stand-in looks at the manager's people first.
  await move(own, null);
  const { location } = await visit("second", "/team/people", { subject: "people", format: "csv" });
  await move(own, second);
  const kind = exportKind("people", loadTeamAt);
  const row = await claimWork({ db, kinds: new Map([[kind.kind, kind]]), now: clock.now() });
  if (row) await runClaimedWork(pages.app, { row, kind });
  const { files } = await getWork(db.read, { workId: location.split("/").at(-1) ?? "", scope: "everybody" });
  const { body } = await visit("second", `${location}/files/${files[0]?.id}`);
  expect([body.includes(rep.familyName), body.includes(own.familyName)]).toEqual([true, false]);
  // The own team is shown first, and gone by then: no other one takes its place.
  const mine = (await visit("second", "/team/people", { subject: "people", format: "csv" })).location;
  await move(own, null);
  const next = await claimWork({ db, kinds: new Map([[kind.kind, kind]]), now: clock.now() });
  if (next) await runClaimedWork(pages.app, { row: next, kind });
  expect(await getWork(db.read, { workId: mine.split("/").at(-1) ?? "", scope: "everybody" })).toMatchObject({
    ...{ state: "failed", failure: { code: "refused" }, files: [] },
  });
});

test("a nudge goes to people of whichever team they are in, and tells of nobody who was moved since", async () => {
  await using made = await twoTeams();
  const { visit, move, rep, away } = made;
  const person = (await visit("second", `/team/people/${rep.employeeId}`)).body;
  const link = /href="(\/team\/nudge[^"]+)"/.exec(person)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await visit("second", link)).body).toContain("1 person gets it");
  const url = `/team/nudge?id=${rep.employeeId}&id=${away.employeeId}`;
  const preview = (await visit("boss", url)).body;
  const token = /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? "";
  const { location } = await visit("boss", url, { token, words: "" });
  expect((await visit("boss", location)).body).toContain("Leaves");
  await move(away, null);
  const after = await visit("boss", location);
  expect([after.status, after.body.includes("Leaves")]).toEqual([200, false]);
});

test("whose last report has left, or whose time as a stand-in is over, reads what happened and finds a way on", async () => {
  await using made = await twoTeams();
  const { db, visit, move, set, boss, rep, away, own } = made;
  const urls = ["/team", "/team/people?status=blocked", `/team/people/${rep.employeeId}`, "/team/people.csv", "/work"];
  await move(rep, null);
  await set(away, { leftAt: start });
  for (const url of [...urls, "/team/delegates", "/team/nudge?all=1"]) {
    const { status, body } = await visit("boss", url);
    expect([url, status]).toEqual([url, 403]);
    expect(body).toContain("Nobody reports to you now");
    expect(body).toMatch(/<a[^>]*href="\/"[^>]*>Go to the home page/);
    expect(body).not.toContain("Movable");
  }
  await db.write(async (tx) => void (await tx.update(teamDelegations).set({ endedAt: start, endedBy: boss.id })));
  // Somebody who leads others has a team to go on with, whoever the address names.
  for (const id of [boss.employeeId, "nobody"]) {
    const { status, body } = await visit("second", `/team?for=${id}`);
    expect([status, body.includes("You do not stand in for this manager now")]).toEqual([404, true]);
    expect(body).toMatch(/<a[^>]*href="\/team"[^>]*>Open the team page/);
  }
  await move(own, null);
  expect((await visit("second", "/team")).body).toContain("Nobody reports to you now");
  expect((await visit("second", "/program-office/messages")).body).toContain("This page is for other roles than yours");
});
