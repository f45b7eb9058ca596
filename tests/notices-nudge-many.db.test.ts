import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { nameDelegate } from "#app/features/delegations/name-delegate.server.ts";
import { mostNudgedAtOnce } from "#app/features/notices/nudge-limits.ts";
import { nudgesKind } from "#app/features/notices/nudges-kind.server.ts";
import { cancelWork } from "#app/features/work/cancel-work.server.ts";
import { claimWork } from "#app/features/work/claim-work.server.ts";
import { getWork } from "#app/features/work/read-work.server.ts";
import { runClaimedWork } from "#app/features/work/run-claimed-work.server.ts";
import type { WorkJob } from "#app/features/work/work-kind.ts";
import { workLimits } from "#app/features/work/work-limits.ts";
import { messages, people, roleGrants } from "#app/platform/db.server.ts";
import { loadTeamAt } from "#app/routes/manager/team-sight.server.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makePublished } from "./make-published.ts";

const day = 86_400_000;
const tuesday = Date.UTC(2026, 5, 16, 14);
const kind = nudgesKind(loadTeamAt);
const kinds = new Map([[kind.kind, kind]]);
const reps = mostNudgedAtOnce + 10;

/** A manager of more people than are nudged at once, and somebody who stands in for them. */
async function makeMany() {
  const { db, clock } = await makePublished(tuesday);
  const boss = await makePerson(db, { kind: "staff", familyName: "Boss" });
  const assistant = await makePerson(db, { kind: "staff", familyName: "Assistant" });
  const below = [];
  for (let n = 0; n < reps; n++) below.push(await makePerson(db, { managerEmployeeId: boss.employeeId }));
  const pages = await makePages(db, { clock });
  const ask = async (who: { id: string }, url: string) => {
    const cookie = await pages.signedIn(who.id);
    const preview = (await pages.visit(url, { cookie })).body.replaceAll("<!-- -->", "");
    const token = /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? "";
    const action = /<form[^>]* action="(\/team\/nudge\?[^"]+)"/.exec(preview)?.[1]?.replaceAll("&amp;", "&") ?? url;
    const post = async (words = "Please.") =>
      (await pages.visit(action, { cookie, form: { token, words } })).location.split("/work/").at(-1) ?? "";
    return { preview, post, see: async (path: string) => pages.visit(path, { cookie }) };
  };
  const claim = async () => {
    const row = await claimWork({ db, kinds, now: clock.now() });
    if (!row) throw new Error("Nothing waits.");
    return row;
  };
  const run = async () => runClaimedWork(pages.app, { row: await claim(), kind });
  const stateOf = (workId: string) => getWork(db.read, { workId, scope: "everybody" });
  const nudged = async () =>
    (await db.read.select().from(messages).where(eq(messages.reason, "nudge"))).map(({ personId }) => personId);
  const move = (id: string, set: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(set).where(eq(people.id, id))));
  const dispose = async () => {
    await pages[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
  const made = { db, clock, pages, boss, assistant, below, ask, claim, run, stateOf, nudged, move };
  return { ...made, [Symbol.asyncDispose]: dispose };
}

test("many are nudged in the background, once, over a crash, and not who has moved away", async () => {
  await using made = await makeMany();
  const { boss, below, clock, pages, stateOf, nudged } = made;
  const { preview, post, see } = await made.ask(boss, "/team/nudge?all=1&country=US");
  expect(preview).toContain(`${reps} people are in this list`);
  expect(preview).toContain("Start sending");
  expect(preview).toContain("asks you to finish your training");
  const answers = await Promise.all([post(), post()]);
  const [workId = ""] = answers;
  expect(answers).toEqual([workId, workId]);
  expect(await nudged()).toEqual([]);
  const [moved, away] = [below[3], below[4]];
  await made.move(moved?.id ?? "", { managerEmployeeId: null });
  await made.move(away?.id ?? "", { onLeave: true });

  // The process dies in the middle: nobody ends the work, and a minute later another takes it.
  const row = await made.claim();
  const job: WorkJob<unknown> = {
    ...{
      app: pages.app,
      workId,
      claim: row.claim,
      input: row.input,
      startedBy: boss.id,
      signal: new AbortController().signal,
    },
    progress: (done) => {
      if (done >= 100) throw new Error("The power went.");
    },
  };
  await expect(kind.run(job)).rejects.toThrow("power");
  const first = await nudged();
  expect(first.length).toBeGreaterThanOrEqual(99);
  clock.pass(workLimits.leaseMs + 1);
  await made.run();
  const sent = await nudged();
  expect(await stateOf(workId)).toMatchObject({ state: "done", result: { counts: { nudged: reps - 2, leftOut: 1 } } });
  expect([sent.length, new Set(sent).size]).toEqual([reps - 2, reps - 2]);
  expect(sent).not.toContain(moved?.id);
  // The form of then, from the history of the browser.
  expect(await post()).toBe(workId);
  await expect(made.claim()).rejects.toThrow("Nothing waits");
  expect((await see(`/work/${workId}`)).body).toContain(`/team/nudge?batch=${workId}`);
  const batch = (await see(`/team/nudge?batch=${workId}`)).body.replaceAll("<!-- -->", "");
  expect(batch).toContain(`${reps - 2} nudges are on their way.`);
  expect(batch).toContain("on leave");
});

test("cancelled half way, what was sent stays sent; a stand-in nudges the team of the manager, for as long as it lasts", async () => {
  await using made = await makeMany();
  const { db, clock, boss, assistant, pages, stateOf, nudged } = made;
  const draft = { who: assistant.employeeId ?? "", from: "2026-06-16", until: "2026-06-17", reason: "Away." };
  expect(await nameDelegate({ db, clock, managerId: boss.id, draft })).toMatchObject({ problem: null });
  await makePerson(db, { managerEmployeeId: assistant.employeeId });
  const { post, see } = await made.ask(assistant, `/team/nudge?all=1&for=${boss.employeeId}`);
  const workId = await post();
  expect((await stateOf(workId)).input).toMatchObject({ place: { for: boss.employeeId } });
  const row = await made.claim();
  const stop = new AbortController();
  const job: WorkJob<unknown> = {
    ...{ app: pages.app, workId, claim: row.claim, input: row.input, startedBy: assistant.id, signal: stop.signal },
    progress: (done) => void (done >= 100 && stop.abort()),
  };
  await expect(kind.run(job)).rejects.toThrow();
  expect(await nudged()).toHaveLength(100);
  await cancelWork(pages.app, { workId, scope: { personId: assistant.id } });
  clock.pass(workLimits.leaseMs + 1);
  expect(await claimWork({ db, kinds, now: clock.now() })).toBe(null);
  expect((await stateOf(workId)).state).toBe("cancelled");
  const page = (await see(`/work/${workId}`)).body;
  expect(page).toContain("What was sent by then stays sent");
  expect(page).toContain(`/team/nudge?batch=${workId}`);
  // The place of the manager ends before the next one runs.
  const next = await post("Again.");
  expect(next).toBe(workId);
  const other = await (await made.ask(assistant, `/team/nudge?all=1&for=${boss.employeeId}`)).post();
  clock.pass(3 * day);
  await made.run();
  expect(await stateOf(other)).toMatchObject({ state: "failed", failure: { code: "refused" } });
  expect(await nudged()).toHaveLength(100);
});

test("a nudge is about the team that was shown, also when that is gone, or its sender sees everybody by then", async () => {
  await using made = await makeMany();
  const { db, clock, boss, assistant, below, stateOf, nudged } = made;
  const other = await makePerson(db, { managerEmployeeId: assistant.employeeId });
  const draft = { who: boss.employeeId ?? "", from: "2026-06-16", until: "2026-06-17", reason: "Away." };
  expect(await nameDelegate({ db, clock, managerId: assistant.id, draft })).toMatchObject({ problem: null });
  const [first, second] = [await made.ask(boss, "/team/nudge?all=1"), await made.ask(boss, "/team/nudge?all=1")];
  const waiting = await first.post();
  const lead = async (managerEmployeeId: string | null) => {
    for (const { id } of below) await made.move(id, { managerEmployeeId });
  };
  await lead(null);
  await made.run();
  expect(await stateOf(waiting)).toMatchObject({ state: "failed", failure: { code: "refused" } });
  expect(await second.post()).toBe("");
  await lead(boss.employeeId);
  const workId = await (await made.ask(boss, "/team/nudge?all=1")).post();
  const grant = { id: boss.id, personId: boss.id, grantedAt: 0, grantedBy: "test", revokedAt: null };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values({ ...grant, role: "program_office" })));
  await made.run();
  expect(await stateOf(workId)).toMatchObject({ state: "done", result: { counts: { nudged: reps } } });
  expect(await nudged()).not.toContain(other.id);
});
