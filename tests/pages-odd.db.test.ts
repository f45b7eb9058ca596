import { expect, test } from "vitest";
import { teamDelegations } from "#app/platform/db.server.ts";
import { loadPagesBuild } from "#app/platform/http/pages-build.server.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;

test("a character that no text has is refused, on every engine alike, and nothing is stored", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makeWave(db);
  const boss = await makePerson(db);
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId });
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(boss.id);
  for (const url of [
    "/team/nudge?batch=%00",
    "/work/%00",
    "/team/people/%00",
    "/team?for=a%00b",
    "/deals/%00",
    "/verify/%00",
  ])
    expect((await pages.visit(url, { cookie })).status, url).toBe(400);
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const period = { from: dayOf(Date.now()), until: dayOf(Date.now() + 2 * day) };
  const posts: [string, Record<string, string>][] = [
    ["/team/delegates", { intent: "check", who: "a\0b", ...period, reason: "Away." }],
    ["/team/delegates", { intent: "name", who: rep.employeeId ?? "", ...period, reason: "a\0b" }],
    ["/team/delegates", { intent: "end", id: "\0" }],
    ["/team/people?q=x", { subject: "people\0", format: "csv" }],
    ["/sign-in", { login: "a\0", password: "b" }],
  ];
  for (const [url, form] of posts) {
    const answer = await pages.visit(url, { cookie, form });
    expect([answer.status, answer.body.includes("This could not be read")], url).toEqual([422, true]);
  }
  expect(await db.read.select().from(teamDelegations)).toEqual([]);
});

test("a form that is refused is answered under the header of who sent it", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const boss = await makePerson(db, { familyName: "Sender" });
  await makePerson(db, { managerEmployeeId: boss.employeeId });
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(boss.id);
  const refused = await pages.visit("/team/delegates", { cookie, form: { intent: "end", id: "nobody" } });
  expect(refused.status).toBe(404);
  expect(refused.body).toContain("Ada Sender");
  expect(refused.body).not.toContain('href="/sign-in"');
  const none = await pages.visit("/team", { cookie, form: { a: "b" } });
  expect([none.status, none.body.includes("Ada Sender")]).toEqual([405, true]);
});

test("what somebody sends to where nothing is taken is answered, and is no failure in the log", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db, { ...(await loadPagesBuild()), limits: { eventLoopDelayMs: 0 } });
  const headers = { host: "localhost:3000", origin: "http://localhost:3000" };
  for (const url of ["/team", "/team/people.csv"])
    expect((await made.server.inject({ method: "POST", url, headers, payload: "" })).statusCode, url).toBe(405);
  await expect.poll(() => made.log.filter((line) => line.includes('"request"'))).toHaveLength(2);
  expect(made.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});

test("who asks how a file may be asked for is told, and gets no file", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const boss = await makePerson(db);
  await makePerson(db, { managerEmployeeId: boss.employeeId });
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(boss.id);
  const ask = (url: string, headers: Record<string, string>) =>
    pages.server.inject({ method: "OPTIONS", url, headers: { host: "localhost:3000", ...headers } });
  for (const url of ["/team/people.csv", "/team/matrix.xlsx", "/record.json"]) {
    const answer = await ask(url, { cookie });
    expect([answer.statusCode, answer.headers.allow, answer.body], url).toEqual([204, "GET, HEAD, OPTIONS", ""]);
  }
  expect((await ask("/team/people.csv", {})).statusCode).toBe(302);
});
