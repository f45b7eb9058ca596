import { expect, test } from "vitest";
import { itemsStatisticsCommand } from "#app/cli/commands/items-statistics.ts";
import { appendEvidence } from "#app/features/evidence/append-evidence.server.ts";
import { getAnswerSheets } from "#app/features/item-statistics/get-answer-sheets.server.ts";
import { getItemStatistics } from "#app/features/item-statistics/get-item-statistics.server.ts";
import { listMeasuredReleases, releaseToShow } from "#app/features/item-statistics/list-measured-releases.server.ts";
import { readAnswerSheets } from "#app/features/item-statistics/read-answer-sheets.server.ts";
import type { Database } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { recordOutput } from "./fixtures/content/record-output.ts";
import { handClock } from "./learning-walk.ts";
import { type MadeAttempt, makeAttempts } from "./make-attempts.ts";
import { choiceOf, type MadeRelease, makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const right = (item: MadeRelease["items"][number]) => choiceOf(item, "right");
const wrong = (item: MadeRelease["items"][number]) => choiceOf(item, "wrong");

async function voidAttempt(db: Database, { release, attempt }: { release: MadeRelease; attempt: MadeAttempt }) {
  const { id: attemptId, personId, registrationId, number } = attempt;
  const body = { kind: "attempt_voided" as const, attemptId, number, by: "Helen Marsh", reason: "The network failed." };
  await db.write(
    async (tx) => {
      await appendEvidence(tx, {
        personId,
        at: 2_000_000,
        registrationId,
        releaseId: release.id,
        subject: attemptId,
        body,
      });
    },
    { person: personId },
  );
}

test("first attempts are read as they were handed in, and no others", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const earlier = await makeRelease(db, { editionId: "2010-01" });
  const items = release.items.slice(0, 20);
  const german = { language: "de", region: "EMEA" };
  const [, , , failed, broken] = await makeAttempts(db, {
    release,
    wanted: [
      { items, choiceOf: right, person: german, submittedAfter: 700_000 },
      { items, choiceOf: (item, place) => (place === 7 ? null : wrong(item)) },
      { items, choiceOf: () => null },
      { items, choiceOf: wrong },
      { items, choiceOf: right },
      { items, choiceOf: right, submittedAfter: null },
    ],
  });
  if (!failed || !broken) throw new Error("Two of the attempts were not made.");
  await voidAttempt(db, { release, attempt: broken });
  await makeAttempts(db, {
    release,
    wanted: [
      { items, choiceOf: right, after: failed },
      { items, choiceOf: right, after: broken },
    ],
  });
  await makeAttempts(db, { release: earlier, wanted: [{ items: earlier.items.slice(0, 20), choiceOf: right }] });

  const sheets = await readAnswerSheets(db, release);
  expect(sheets.count).toBe(4);
  expect([...sheets.languages].sort()).toEqual(["de", "en"]);
  const german1 = Array.from({ length: 4 }, (_, n) => n).find(
    (n) => sheets.languages[sheets.language[n] as number] === "de",
  ) as number;
  expect(sheets.regions[sheets.region[german1] as number]).toBe("EMEA");
  expect(sheets.submittedAt[german1]).toBe(700_000);
  const from = sheets.starts[german1] as number;
  expect([...sheets.seconds.slice(from, from + 20)]).toEqual(new Array(20).fill(30));
  const asked = [...sheets.item.slice(from, from + 20)].map((place) => sheets.items[place]?.id);
  expect(asked.sort()).toEqual(items.map(({ id }) => id).sort());
  const marks = Array.from({ length: 4 }, (_, n) => {
    const places = Array.from({ length: 20 }, (_, place) => (sheets.starts[n] as number) + place);
    const chosen = places.map((place) => sheets.choice[place] as number);
    const good = places.filter(
      (place, k) => sheets.items[sheets.item[place] as number]?.choices[(chosen[k] as number) - 1]?.correct,
    );
    return `${good.length} right, ${chosen.filter((choice) => choice === 0).length} open`;
  });
  expect(marks.sort()).toEqual(["0 right, 0 open", "0 right, 1 open", "0 right, 20 open", "20 right, 0 open"]);
});

test("answers are read again when there are new ones, and at most once a minute", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const items = release.items.slice(0, 20);
  const clock = handClock(10_000_000);
  const attempt = () => makeAttempts(db, { release, wanted: [{ items, choiceOf: right }] });
  const get = async () => getAnswerSheets({ db, clock }, release);
  const [made] = await attempt();
  const [first, meanwhile] = await Promise.all([get(), get()]);
  expect(first.sheets.count).toBe(1);
  expect(meanwhile.sheets).toBe(first.sheets);
  await attempt();
  expect(await get()).toEqual({ sheets: first.sheets, asOf: 10_000_000 });
  clock.pass(60_000);
  const second = await get();
  expect([second.sheets.count, second.asOf]).toEqual([2, 10_060_000]);
  clock.pass(60_000);
  const third = await get();
  expect(third.sheets).toBe(second.sheets);
  expect(third.asOf).toBe(10_120_000);
  await voidAttempt(db, { release, attempt: made as MadeAttempt });
  clock.pass(60_000);
  expect((await get()).sheets.count).toBe(1);
});

test("the release to show is the newest that anybody has begun", async () => {
  await using db = await testDatabase();
  const program = { programId: "rules-of-engagement" };
  expect(releaseToShow(await listMeasuredReleases(db.read, program))).toBeNull();
  const first = await makeRelease(db, { publishedAt: 1 });
  const second = await makeRelease(db, { publishedAt: 2, itemsPerClause: 7 });
  expect(releaseToShow(await listMeasuredReleases(db.read, program))?.id).toBe(second.id);
  await makeAttempts(db, { release: first, wanted: [{ items: first.items.slice(0, 20), choiceOf: right }] });
  const all = await listMeasuredReleases(db.read, program);
  expect(all.map(({ id, begun }) => [id, begun])).toEqual([
    [second.id, 0],
    [first.id, 1],
  ]);
  expect(releaseToShow(all)?.id).toBe(first.id);
  const context = { db, clock: handClock(0) };
  const everybody = { language: null, region: null };
  await expect(getItemStatistics(context, { releaseId: "none", ...everybody })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await getItemStatistics(context, { releaseId: first.id, ...everybody })).toMatchObject({
    languages: ["en"],
    report: { attempts: 1, items: [] },
  });
});

test("the command says the figures in words, as CSV and as records", async () => {
  await using db = await testDatabase();
  const run = async (values: Record<string, string | boolean>) => {
    const { output, lines, records } = recordOutput();
    const app = async () => ({ db, clock: handClock(0), env: readEnv({}), log: createLogger("silent") });
    return { code: await itemsStatisticsCommand.run({ positionals: [], values, output, app }), lines, records };
  };
  expect((await run({})).code).toBe(1);
  const release = await makeRelease(db);
  expect((await run({})).lines).toEqual(["0 first attempts: too few to say anything. Figures are shown from 200 on."]);
  const items = release.items.slice(0, 20);
  const wanted = Array.from({ length: 200 }, (_, n) => ({
    items,
    choiceOf: (item: (typeof items)[number], place: number) => ((n + place) % 4 === 0 ? wrong(item) : right(item)),
  }));
  const other = handClock(120_000);
  await makeAttempts(db, { release, wanted });
  await getAnswerSheets({ db, clock: other }, release);
  const { lines, records } = await run({ region: "AMERICAS" });
  expect(lines[0]).toBe("200 first attempts, mean score 75.0 %.");
  expect(records[0]).toMatchObject({ type: "assessment", attempts: 200, mean: 0.75 });
  expect(records).toHaveLength(49);
  expect((await run({ csv: true })).lines.join("\n").split("\n")).toHaveLength(49);
  await expect(run({ release: "none" })).rejects.toMatchObject({ code: "not-found" });
});
