import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createApiKey } from "#app/features/access/create-api-key.server.ts";
import type { Choice } from "#app/features/programs/release-content.ts";
import { presentScenario } from "#app/features/scenarios/present-scenario.ts";
import { systemClock } from "#app/platform/clock.ts";
import { attempts, type Database, evidence } from "#app/platform/db.server.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { choiceOf, type MadeRelease, makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const clock = systemClock;

/** A release whose every hidden text and id can be told in whatever is sent, with what kind of secret it is. */
function makeMarkedRelease(db: Database): Promise<MadeRelease> {
  const marked = (choices: Choice[], of: string) =>
    choices.map((choice) => ({
      ...choice,
      id: `xq-${choice.correct ? "right" : "wrong"}-${of}-${choice.id}`,
      feedback: `FEEDBACK-${of}-${choice.id}`,
    }));
  const assessment = { id: "certification", title: "Assessment", items: 8, passMark: 0.8, minutes: 25 };
  return makeRelease(db, {
    summary: { assessment: { ...assessment, timeLimitMinutes: null } },
    item: ({ choices, ...item }) => ({
      ...item,
      id: `XQ-${item.id}`,
      rationale: `RATIONALE-${item.id}`,
      choices: marked(choices, item.id),
    }),
    scenario: ({ choices, ...scenario }) => ({ ...scenario, choices: marked(choices, `practice-${scenario.id}`) }),
  });
}

const secrets = {
  /** Never leave the server. */
  ids: /xq-(right|wrong|item)/i,
  rationales: /RATIONALE/,
  /** Earned by a pass. */
  itemFeedback: /FEEDBACK-item/,
  /** Earned by an answer. */
  practiceFeedback: /FEEDBACK-practice/,
  keys: /"correct"|isCorrect|answerKey/,
};

test("no page, page data or API answer holds a key before it is earned, from the first lesson to the pass", async () => {
  await using db = await testDatabase();
  const release = await makeMarkedRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db);
  const cookie = await pages.signedIn(rep.id);
  const { token } = await createApiKey({ db, clock, name: "crm", scopes: ["claim-right:read"] });
  const closed = new Set<keyof typeof secrets>(["ids", "rationales", "itemFeedback", "practiceFeedback", "keys"]);
  let scanned = 0;

  const ask = async (url: string, form?: Record<string, string>) => {
    const answer = await pages.server.inject({
      method: form ? "POST" : "GET",
      url,
      headers: {
        ...{ host: "localhost:3000", cookie, authorization: `Bearer ${token}` },
        ...(form ? { origin: pages.app.env.origin, "content-type": "application/x-www-form-urlencoded" } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    });
    const said = `${JSON.stringify(answer.headers)}\n${answer.body}`;
    for (const secret of closed) expect(said.match(secrets[secret])?.[0], `${secret} in ${url}`).toBeUndefined();
    scanned += 1;
    return { status: answer.statusCode, body: answer.body, location: String(answer.headers.location ?? "") };
  };
  /** The page as a browser without and with scripts asks for it. */
  const read = async (url: string) => {
    const page = await ask(url);
    expect(page.status, url).toBe(200);
    const data = await ask(url === "/" ? "/_root.data" : `${url}.data`);
    expect(data.status, `${url}.data`).toBe(200);
    return `${page.body}\n${data.body}`;
  };
  /** What an answer or a pass has earned is seen on the page that shows it, and on no other. */
  const earned = async <T>(these: (keyof typeof secrets)[], run: () => Promise<T>): Promise<T> => {
    for (const secret of these) closed.delete(secret);
    const said = await run();
    for (const secret of these) closed.add(secret);
    return said;
  };
  const readAround = async () => {
    for (const url of ["/", "/program", "/rules/2011-07", "/assessment", "/deals/new"]) await read(url);
    await ask("/api/v1/openapi.json");
    await ask(`/api/v1/reps/${rep.employeeId}/claim-right`);
    await ask("/api/v1/nothing/here");
  };
  const openForm = async () => {
    const all = await db.read.select().from(attempts).where(eq(attempts.personId, rep.id)).orderBy(attempts.number);
    const open = all.at(-1);
    if (open?.submittedAt !== null) throw new Error("No attempt is open.");
    return open;
  };
  const takeAttempt = async (kind: "right" | "wrong") => {
    await ask("/assessment", {});
    const { id: attempt, form } = await openForm();
    for (const [index, { itemId, choices }] of form.entries()) {
      const url = `/assessment/questions/${index + 1}`;
      const shown = [...(await read(url)).matchAll(/name="choice"(?: checked="")? value="([^"]*)"/g)].map(
        ([, value]) => value,
      );
      expect(shown, "tokens are places").toEqual(choices.map((_, place) => String(place + 1)));
      const item = release.items.find((one) => one.id === itemId);
      const choice = item ? String(choices.indexOf(choiceOf(item, kind)) + 1) : "";
      expect((await ask(url, { attempt, choice, total: "8" })).status).toBe(302);
      await ask(url, { attempt, choice: "99", total: "8" });
      if (index === 5) await readAround();
    }
    await read("/assessment/review");
    return (await ask("/assessment/review", { attempt })).location;
  };

  await readAround();
  for (const lesson of release.lessons) {
    const page = `/program/lessons/${lesson.id}`;
    await read(page);
    for (const scenario of release.scenarios.filter(({ moduleId }) => moduleId === lesson.id)) {
      const { choices } = presentScenario(scenario, rep.id);
      const given =
        scenario.type === "ordering"
          ? choices.map(({ token }, place) => [`place-${token}`, String(place + 1)])
          : [["choice", choices[0]?.token ?? ""]];
      const answer = { intent: "answer", scenario: scenario.id, ...Object.fromEntries(given) };
      expect((await ask(page, answer)).status).toBe(302);
    }
    expect(await earned(["practiceFeedback", "keys"], () => read(page))).toMatch(secrets.practiceFeedback);
    await ask(page, { intent: "done" });
  }

  // Of a failed attempt there is the score of each clause; which answer was right is not told.
  const failed = await takeAttempt("wrong");
  expect(await earned(["keys"], () => read(failed))).toContain("Not passed");
  await readAround();
  for (const lesson of release.lessons) {
    await earned(["practiceFeedback", "keys"], () => read(`/program/lessons/${lesson.id}`));
    await ask(`/program/lessons/${lesson.id}`, { intent: "review" });
  }
  const passed = await takeAttempt("right");
  await earned(["keys"], () => read(failed));
  expect(await earned(["itemFeedback", "keys"], () => read(passed))).toMatch(secrets.itemFeedback);
  await readAround();
  expect(scanned).toBeGreaterThan(100);
  expect(await db.read.select().from(evidence).where(eq(evidence.kind, "attempt_submitted"))).toHaveLength(2);
});
