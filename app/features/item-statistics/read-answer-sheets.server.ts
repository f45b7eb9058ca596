import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { attemptAnswers, attempts, type Database, type Handle, people } from "#app/platform/db.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import type { Item, Release } from "../programs/release-content.ts";
import { type AnswerSheets, type MeasuredItem, type SheetAnswer, sheetPacker } from "./answer-sheets.ts";
import { listVoidedAttempts } from "./list-voided-attempts.server.ts";

/** Attempts a query: on SQLite, where everybody waits for a query, 10 to 20 ms. */
const batchSize = 500;

/**
 * The first attempt of every registration with this release, once it is closed. A voided attempt is left out, and the
 * person's next one is no first attempt. Reads in batches and lets others have their turn in between.
 */
export async function readAnswerSheets(db: Database, release: Release): Promise<AnswerSheets> {
  const items = (await listItems(db, release.id)).map(measuredItem);
  const voided = await listVoidedAttempts(db.read);
  const ids = (await listFirstAttempts(db.read, release.id)).filter((id) => !voided.has(id));
  const questions = release.summary.assessment.items;
  const packer = sheetPacker(items, { sheets: ids.length, answers: ids.length * questions });
  for (let at = 0; at < ids.length; at += batchSize) {
    for (const sheet of await readBatch(db.read, { ids: ids.slice(at, at + batchSize), questions })) packer.add(sheet);
    await new Promise((resume) => setImmediate(resume));
  }
  return packer.done();
}

async function listFirstAttempts(handle: Handle, releaseId: string): Promise<string[]> {
  const rows = await handle
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(eq(attempts.releaseId, releaseId), eq(attempts.number, 1), isNotNull(attempts.submittedAt)));
  return rows.map(({ id }) => id);
}

async function readBatch(handle: Handle, { ids, questions }: { ids: string[]; questions: number }) {
  const heads = await handle
    .select({
      id: attempts.id,
      startedAt: attempts.startedAt,
      submittedAt: attempts.submittedAt,
      language: people.language,
      region: people.region,
    })
    .from(attempts)
    .innerJoin(people, eq(people.id, attempts.personId))
    .where(inArray(attempts.id, ids));
  const given = await readAnswers(handle, ids);
  const short = ids.filter((id) => (given.get(id)?.length ?? 0) < questions);
  const asked = await readAsked(handle, short);
  return heads.map(({ id, startedAt, submittedAt, language, region }) => {
    const answers = given.get(id) ?? [];
    const answered = new Set(answers.map(({ itemId }) => itemId));
    const open = (asked.get(id) ?? []).filter((itemId) => !answered.has(itemId));
    return {
      ...{ language, region, submittedAt: submittedAt ?? startedAt },
      answers: [
        ...timed(answers, startedAt),
        ...open.map((itemId): SheetAnswer => ({ itemId, choice: null, seconds: 0 })),
      ],
    };
  });
}

type Answer = { itemId: string; choice: string; at: number };

/**
 * The answers of each attempt as one row: a row an answer costs twice the time. All three lists of a row are gathered in
 * one pass and so in one order.
 */
async function readAnswers(handle: Handle, ids: string[]): Promise<Map<string, Answer[]>> {
  const rows = await handle
    .select({
      attemptId: attemptAnswers.attemptId,
      items: sql<string>`string_agg(${attemptAnswers.itemId}, ' ')`,
      answers: sql<string>`string_agg(cast(${attemptAnswers.answer} as text), ',')`,
      instants: sql<string>`string_agg(cast(${attemptAnswers.answeredAt} as text), ' ')`,
    })
    .from(attemptAnswers)
    .where(inArray(attemptAnswers.attemptId, ids))
    .groupBy(attemptAnswers.attemptId);
  return new Map(
    rows.map(({ attemptId, items, answers, instants }) => {
      const choices = JSON.parse(`[${answers}]`) as { choice: string }[];
      const at = instants.split(" ");
      return [
        attemptId,
        items.split(" ").map((itemId, n) => ({ itemId, choice: choices[n]?.choice ?? "", at: Number(at[n]) })),
      ];
    }),
  );
}

/** What was asked in attempts in which something was left open. */
async function readAsked(handle: Handle, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await handle
    .select({ id: attempts.id, form: attempts.form })
    .from(attempts)
    .where(inArray(attempts.id, ids));
  return new Map(rows.map(({ id, form }) => [id, form.map(({ itemId }) => itemId)]));
}

/** An answer that was changed counts with its last instant. */
function timed(answers: Answer[], startedAt: number): SheetAnswer[] {
  let before = startedAt;
  return answers
    .sort((a, b) => a.at - b.at)
    .map(({ itemId, choice, at }) => {
      const seconds = Math.round((at - before) / 1000);
      before = at;
      return { itemId, choice, seconds };
    });
}

function measuredItem({ id, clause, mustPass, difficulty, choices }: Item): MeasuredItem {
  return {
    id,
    clause,
    mustPass,
    difficulty,
    choices: choices.map((choice) => ({ id: choice.id, correct: choice.correct })),
  };
}
