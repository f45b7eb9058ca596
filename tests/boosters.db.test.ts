import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { answerBooster } from "#app/features/boosters/answer-booster.server.ts";
import { findBooster, findOpenBooster } from "#app/features/boosters/find-booster.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import type { Scenario } from "#app/features/programs/release-content.ts";
import { presentScenario } from "#app/features/scenarios/present-scenario.ts";
import { evidence } from "#app/platform/db.server.ts";
import { certify, handClock } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 10);
const summary = { boosters: { days: [30, 90, 180], scenarios: 2 } };

/** The tokens of the right answer, or of one that is not. */
function tokensOf(scenario: Scenario, personId: string, right: boolean): string[] {
  const shown = presentScenario(scenario, personId).choices;
  const tokens = (choices: Scenario["choices"]) =>
    choices.map(({ text }) => shown.find((choice) => choice.text === text)?.token ?? "");
  if (scenario.type === "ordering") return tokens(right ? scenario.choices : [...scenario.choices].reverse());
  return tokens(scenario.choices.filter(({ correct }) => correct === right)).slice(
    0,
    scenario.type === "single" ? 1 : undefined,
  );
}

async function certifiedRep() {
  const db = await testDatabase();
  const clock = handClock(start);
  const release = await makeRelease(db, { summary });
  const rep = await makePerson(db, { timeZone: "UTC" });
  const certification = await certify({ db, clock, personId: rep.id, release }, rep);
  const booster = async (n: number) => {
    const found = await findBooster({ db, personId: rep.id, day: n, now: clock.now() });
    if (!found) throw new Error(`No booster ${n}.`);
    return found;
  };
  const kinds = async () =>
    (await db.read.select({ kind: evidence.kind }).from(evidence).where(eq(evidence.personId, rep.id)))
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith("booster"));
  return { db, clock, release, rep, certification, booster, kinds };
}

test("a booster asks the same until it is over, takes first answers, and changes no standing", async () => {
  const { db, clock, release, rep, booster, kinds } = await certifiedRep();
  await using _ = db;
  clock.set(start + 31 * day);
  const { certification: before, progress } = await getStanding({ db, clock, personId: rep.id });
  const { scenarios } = await booster(30);
  const ids = scenarios.map(({ scenario }) => scenario.id);
  expect(ids).toHaveLength(2);
  const answer = (index: number, right: boolean) => {
    const scenario = scenarios[index]?.scenario as Scenario;
    const answer = tokensOf(scenario, rep.id, right);
    return answerBooster({ db, clock, personId: rep.id, day: 30, scenarioId: scenario.id, answer });
  };
  await Promise.all([answer(0, false), answer(0, true)]);
  await answer(0, true);
  const first = (await booster(30)).scenarios[0]?.answer?.correct;
  await makeRelease(db, { summary, publishedAt: clock.now(), itemsPerClause: 9 });
  expect((await booster(30)).scenarios.map(({ scenario }) => scenario.id)).toEqual(ids);
  expect(await kinds()).toEqual(["booster_answered"]);
  await Promise.all([answer(1, true), answer(1, true)]);
  expect(await kinds()).toEqual(["booster_answered", "booster_answered", "booster_finished"]);
  expect(await booster(30)).toMatchObject({ state: "finished", release: { id: release.id } });
  expect((await booster(30)).scenarios.map((place) => place.answer?.correct)).toEqual([first, true]);
  expect(await findOpenBooster({ db, personId: rep.id, now: clock.now() })).toBeNull();

  const after = await getStanding({ db, clock, personId: rep.id });
  expect(after.certification).toEqual(before);
  expect(after.progress).toEqual(progress);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);

  clock.set(start + 90 * day);
  const next = await booster(90);
  expect(next.scenarios[0]?.scenario.id, "the one that was not asked before").toBe(
    release.scenarios.find(({ id }) => !ids.includes(id))?.id,
  );
});

test("the pages of a booster work without scripts, and double or late posts change nothing", async () => {
  const { db, clock, rep, booster, kinds } = await certifiedRep();
  await using _ = db;
  await using pages = await makePages(db, { clock });
  const visit = async (path: string, form?: Record<string, string>) =>
    pages.visit(path, { cookie: await pages.signedIn(rep.id), ...(form ? { form } : {}) });
  expect((await visit("/boosters/30")).body).toContain("Opens on");
  expect((await visit("/boosters/31")).status).toBe(404);
  expect((await visit("/")).body).not.toContain("A short look back");

  clock.set(start + 30 * day);
  expect((await visit("/")).body).toContain("/boosters/30");
  for (const [index, { scenario }] of (await booster(30)).scenarios.entries()) {
    const page = await visit("/boosters/30");
    expect(page.body).toContain(scenario.title);
    expect(page.body).not.toMatch(/<script|What follows from/);
    const tokens = tokensOf(scenario, rep.id, false);
    const form: Record<string, string> = { intent: "answer", scenario: scenario.id };
    if (scenario.type === "ordering") for (const [n, token] of tokens.entries()) form[`place-${token}`] = String(n + 1);
    else form.choice = tokens[0] ?? "";
    if (index === 0)
      expect((await visit("/boosters/30", { intent: "answer", scenario: scenario.id, choice: "zz" })).status).toBe(422);
    const posted = await visit("/boosters/30", form);
    expect(posted).toMatchObject({ status: 302, location: `/boosters/30?answered=${scenario.id}` });
    expect((await visit("/boosters/30", form)).location).toBe(posted.location);
    expect((await visit(posted.location)).body).toContain("What follows from");
  }
  const result = await visit("/boosters/30");
  expect(result.body).toContain("0 of 2.");
  expect(result.body).toMatch(/\/program\/lessons\/(first|second)-module/);
  expect((await visit("/boosters/30", { intent: "skip" })).status).toBe(302);
  expect(await kinds()).toEqual(["booster_answered", "booster_answered", "booster_finished"]);

  clock.set(start + 90 * day);
  const stale = await booster(90);
  await visit("/boosters/90", { intent: "skip" });
  await visit("/boosters/90", { intent: "skip" });
  expect((await visit("/boosters/90")).body).toContain("You skipped this one.");
  const late = { intent: "answer", scenario: stale.scenarios[0]?.scenario.id ?? "", choice: "zz" };
  expect(await visit("/boosters/90", late)).toMatchObject({ status: 302, location: "/boosters/90" });
  clock.set(start + 200 * day);
  expect((await visit("/")).body).toContain("/boosters/180");
  clock.set(start + 320 * day);
  expect((await visit("/boosters/180")).body).toContain("This look back is over.");
  expect((await kinds()).filter((kind) => kind === "booster_skipped")).toHaveLength(1);
  const other = await makePerson(db);
  expect((await pages.visit("/boosters/30", { cookie: await pages.signedIn(other.id) })).status).toBe(404);
});
