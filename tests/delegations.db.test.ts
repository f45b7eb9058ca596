import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { nameDelegate } from "#app/features/delegations/name-delegate.server.ts";
import { employeeSearchLimit } from "#app/features/delegations/spend-employee-search.server.ts";
import { getRecord } from "#app/features/record/get-record.server.ts";
import { messages, people, teamDelegations } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { makeDelegation } from "./make-delegation.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makePublished } from "./make-published.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 2, 10, 15);

/** A manager with two levels below, another team, and somebody who has no team. */
async function twoTeams() {
  const { db, clock } = await makePublished(start);
  const boss = await makePerson(db, { familyName: "Boss" });
  const lead = await makePerson(db, { managerEmployeeId: boss.employeeId, familyName: "Lead" });
  const rep = await makePerson(db, { managerEmployeeId: lead.employeeId, familyName: "Rep" });
  const other = await makePerson(db, { familyName: "Other" });
  const stranger = await makePerson(db, { managerEmployeeId: other.employeeId, familyName: "Stranger" });
  const assistant = await makePerson(db, { kind: "staff", familyName: "Assistant" });
  const pages = await makePages(db, { clock });
  const cookies = new Map<string, string>();
  for (const { id } of [boss, lead, other, assistant]) cookies.set(id, await pages.signedIn(id));
  const visit = async (who: { id: string }, url: string, form?: Record<string, string>) =>
    pages.visit(url, { cookie: cookies.get(who.id) ?? "", ...(form ? { form } : {}) });
  const seen = async (who: { id: string }, about = "") => {
    const urls = [`/team/people${about}`, `/team/people.csv${about}`, `/team${about}`];
    const answers: Awaited<ReturnType<typeof visit>>[] = [];
    for (const url of urls) answers.push(await visit(who, url));
    const names = [lead, rep, stranger].filter(({ employeeId }) =>
      answers[0]?.body.includes(`/team/people/${employeeId}`),
    );
    return { status: answers.map(({ status }) => status), names: names.map(({ familyName }) => familyName) };
  };
  const dispose = async () => {
    await pages[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
  return { db, clock, pages, visit, seen, boss, lead, rep, other, stranger, assistant, [Symbol.asyncDispose]: dispose };
}

const draft = (who: string | null, given: Record<string, string> = {}) => ({
  ...{ who: who ?? "", from: "2026-03-10", until: "2026-03-12", reason: "Stands in while I am away." },
  ...given,
});

test("a manager names somebody, who sees the team from the next click until it ends, and nothing else", async () => {
  await using made = await twoTeams();
  const { db, clock, visit, seen, boss, lead, rep, other, stranger, assistant } = made;
  expect((await seen(assistant)).status).toEqual([403, 403, 403]);
  const asked = await visit(boss, "/team/delegates", { ...draft(assistant.employeeId), intent: "check" });
  expect(asked.body).toContain("Let Ada Assistant see your team?");
  expect(await db.read.select().from(teamDelegations)).toHaveLength(0);
  const again = await visit(boss, "/team/delegates", { ...draft(assistant.employeeId), intent: "change" });
  expect(again.body).toContain('value="Stands in while I am away."');
  const form = { ...draft(assistant.email), intent: "name" };
  expect((await visit(boss, "/team/delegates", form)).location).toBe("/team/delegates?done=named");
  // Sent twice, as from a second tab.
  expect((await visit(boss, "/team/delegates", form)).location).toBe("/team/delegates?done=already");
  const [delegation] = await db.read.select().from(teamDelegations);

  expect(await seen(assistant)).toEqual({ status: [200, 200, 200], names: ["Lead", "Rep"] });
  expect(await seen(assistant, `?for=${boss.employeeId}`)).toMatchObject({ names: ["Lead", "Rep"] });
  expect((await seen(assistant, `?manager=${lead.employeeId}`)).names).toEqual(["Rep"]);
  const statuses = async () => [
    (await visit(assistant, `/team/people/${rep.employeeId}`)).status,
    (await visit(assistant, `/team/people/${stranger.employeeId}`)).status,
    (await visit(assistant, `/team?for=${other.employeeId}`)).status,
    (await visit(assistant, "/team/delegates")).status,
    (await visit(assistant, "/program-office/roll-out")).status,
  ];
  expect(await statuses()).toEqual([200, 404, 404, 403, 403]);
  expect((await visit(assistant, "/team")).body).toContain("You stand in for Ada Boss until ");

  // It is on record with both, and the delegate is told.
  for (const [person, own] of [
    [boss, true],
    [assistant, false],
  ] as const) {
    const { delegations } = await getRecord({ db, clock, personId: person.id });
    expect(delegations).toMatchObject([{ own, reason: "Stands in while I am away." }]);
  }
  expect(await db.read.select({ to: messages.personId, step: messages.step }).from(messages)).toEqual([
    { to: assistant.id, step: "named" },
  ]);

  // Somebody else's delegation is not found; the own one ends at once, and only once.
  const end = { intent: "end", id: delegation?.id ?? "" };
  expect((await visit(other, "/team/delegates", end)).status).toBe(404);
  expect((await seen(assistant)).names).toEqual(["Lead", "Rep"]);
  for (let n = 0; n < 2; n++)
    expect((await visit(boss, "/team/delegates", end)).location).toBe("/team/delegates?done=ended");
  expect((await seen(assistant)).status).toEqual([403, 403, 403]);
  const body = (await visit(boss, "/team/delegates")).body;
  expect(body).toContain("Ended");
  expect(body).not.toContain("End it now");
  await expect(db.write(async (tx) => void (await tx.delete(teamDelegations)))).rejects.toThrow();
  for (const change of [{ reason: "Another." }, { endedAt: null }, { endedAt: start + day }])
    await expect(db.write(async (tx) => void (await tx.update(teamDelegations).set(change)))).rejects.toThrow();
});

test("it runs in its time only, is not passed on, and goes with the manager and the team", async () => {
  await using made = await twoTeams();
  const { db, clock, visit, seen, boss, rep, other, stranger, assistant } = made;
  const name = (manager: { id: string }, who: { employeeId: string | null }, given = {}) =>
    nameDelegate({ db, clock, managerId: manager.id, draft: draft(who.employeeId, given) });
  await name(boss, other, { from: "2026-03-11", until: "2026-03-11" });
  await name(other, assistant);
  // Other stands in for Boss; whoever stands in for Other sees nothing of Boss.
  expect(await seen(other)).toMatchObject({ names: ["Stranger"] });
  expect((await visit(other, `/team?for=${boss.employeeId}`)).status).toBe(404);
  clock.pass(day);
  expect((await seen(other, `?for=${boss.employeeId}`)).names).toEqual(["Lead", "Rep"]);
  expect((await seen(other)).names).toEqual(["Stranger"]);
  expect((await visit(other, "/team")).body).toContain(`href="/team?for=${boss.employeeId}"`);
  expect((await visit(other, `/team/people/${rep.employeeId}`)).status).toBe(200);
  expect(await seen(assistant)).toEqual({ status: [200, 200, 200], names: ["Stranger"] });
  expect((await visit(assistant, `/team?for=${boss.employeeId}`)).status).toBe(404);
  expect((await visit(assistant, `/team/people/${rep.employeeId}`)).status).toBe(404);

  const set = (one: { id: string }, change: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(change).where(eq(people.id, one.id))));
  // The team is moved away between two clicks, then comes back; then the manager leaves.
  await set(stranger, { managerEmployeeId: boss.employeeId });
  expect(await seen(assistant)).toMatchObject({ names: [] });
  expect((await visit(assistant, `/team/people/${stranger.employeeId}`)).status).toBe(404);
  await set(stranger, { managerEmployeeId: other.employeeId });
  expect((await seen(assistant)).names).toEqual(["Stranger"]);
  await set(other, { leftAt: clock.now() });
  expect((await seen(assistant)).status).toEqual([403, 403, 403]);
  await set(other, { leftAt: null });
  clock.pass(2 * day);
  expect((await seen(other)).names).toEqual(["Stranger"]);
  expect((await visit(other, `/team?for=${boss.employeeId}`)).status).toBe(404);
  expect((await seen(assistant)).status).toEqual([403, 403, 403]);
});

test("ids of others are answered to a delegate like unknown ones, in pages, files and posts", async () => {
  await using made = await twoTeams();
  const { db, visit, boss, rep, other, stranger, assistant } = made;
  for (const manager of [boss, other])
    await makeDelegation(db, {
      managerId: manager.id,
      delegateId: assistant.id,
      validFrom: start - day,
      validUntil: start + day,
    });
  const delegations = await db.read.select().from(teamDelegations);
  const ofOther = delegations.find(({ managerId }) => managerId === other.id);
  await db.write(async (tx) => {
    const end = { endedAt: start, endedBy: other.id };
    await tx
      .update(teamDelegations)
      .set(end)
      .where(eq(teamDelegations.id, ofOther?.id ?? ""));
  });
  // The manager's own background work is not the delegate's.
  const started = await visit(boss, "/team/people", { subject: "people", format: "csv" });
  const workId = started.location.split("/").at(-1) ?? "";
  expect((await visit(boss, `/work/${workId}`)).status).toBe(200);
  const nobody = "19999999";
  const pairs = [
    [`/team/people/${stranger.employeeId}`, `/team/people/${nobody}`],
    [`/team/people/${boss.employeeId}`, `/team/people/${nobody}`],
    [`/work/${workId}`, `/work/${newId()}`],
    [`/work/${workId}/files/${newId()}`, `/work/${newId()}/files/${newId()}`],
    ...[
      "/team",
      "/team/people",
      "/team/people.csv",
      "/team/people.xlsx",
      "/team/matrix.csv",
      "/team/matrix.xlsx",
    ].flatMap((url) =>
      ["for", "manager"].map((name) => [`${url}?${name}=${other.employeeId}`, `${url}?${name}=${nobody}`]),
    ),
  ];
  const said = ({ status, body }: { status: number; body: string }) => [
    status,
    body.replace(/nonce="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}|\d{8}/g, ""),
  ];
  for (const [foreign = "", unknown = ""] of pairs) {
    const answer = await visit(assistant, foreign);
    expect(answer.status, foreign).toBe(404);
    expect(said(answer), foreign).toEqual(said(await visit(assistant, unknown)));
  }
  const posts: [string, string, Record<string, string>][] = [
    [
      `/team/people?manager=${other.employeeId}`,
      `/team/people?manager=${nobody}`,
      { subject: "people", format: "csv" },
    ],
    [`/work/${workId}`, `/work/${newId()}`, { intent: "cancel" }],
  ];
  for (const [foreign, unknown, form] of posts) {
    const answer = await visit(assistant, foreign, form);
    expect(answer.status, foreign).toBe(404);
    expect(said(answer), foreign).toEqual(said(await visit(assistant, unknown, form)));
  }
  // What is a manager's alone, whatever it names.
  for (const form of [draft(rep.employeeId), { intent: "end", id: ofOther?.id ?? "" }])
    expect((await visit(assistant, "/team/delegates", { intent: "name", ...form })).status).toBe(403);
  expect(await db.read.select().from(teamDelegations)).toHaveLength(2);
  expect((await visit(assistant, `/team/people/${rep.employeeId}`)).status).toBe(200);
});

test("what is wrong is said at the field, and nobody is found who was not named exactly", async () => {
  await using made = await twoTeams();
  const { db, visit, boss, assistant } = made;
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-9" });
  await makePerson(db, {
    leftAt: 5,
    familyName: "Gone",
    email: "gone@reps.example.com",
    emailKey: "gone@reps.example.com",
  });
  const say = async (form: Record<string, string>) =>
    (await visit(boss, "/team/delegates", { intent: "check", ...form })).body;
  const nobody = "Nobody with this employee id or e-mail address works here now.";
  for (const who of ["Assistant", "P-9", partner.email ?? "", "gone@reps.example.com", "9", "%", "' or 1=1"])
    expect(await say(draft(who)), who).toContain(nobody);
  expect(await say(draft(boss.employeeId))).toContain("That is you.");
  expect(await say(draft(assistant.employeeId, { until: "2026-03-01" }))).toContain(
    "The last day is before the first one.",
  );
  expect(await say(draft(assistant.employeeId, { until: "2027-03-01" }))).toContain("Half a year is the longest.");
  expect(await say(draft(assistant.employeeId, { reason: " " }))).toContain("Say why, in at most");
  expect(await db.read.select().from(teamDelegations)).toEqual([]);
  let refused = 0;
  for (let n = 0; n < employeeSearchLimit.most; n++)
    refused += Number((await visit(boss, "/team/delegates", { intent: "check", ...draft("1") })).status === 429);
  expect(refused).toBeGreaterThan(0);
});
