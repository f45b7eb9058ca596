import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { attemptAnswers, attempts, type Database, type Handle, people, prepareRows } from "#app/platform/db.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import type { Item, Release } from "../programs/release-content.ts";
import { type AnswerSheets, type MeasuredItem, type Sheet, type SheetAnswer, sheetPacker } from "./answer-sheets.ts";
import { listVoidedAttempts } from "./list-voided-attempts.server.ts";

/** Attempts a query for their answers: on SQLite, where everybody waits for a query, some 10 ms. */
const batchSize = 500;
/** Attempts a query for who took them and when, which on PostgreSQL reads all people each time. */
const headsAtOnce = 2_500;

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
  for (let at = 0; at < ids.length; at += headsAtOnce) {
    const heads = (await findHeads(db.read, fill(headNames, ids.slice(at, at + headsAtOnce)))) as Head[];
    for (let n = 0; n < heads.length; n += batchSize) {
      for (const sheet of await readBatch(db.read, { heads: heads.slice(n, n + batchSize), questions }))
        packer.add(sheet);
      await new Promise((resume) => setImmediate(resume));
    }
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

const headNames = Array.from({ length: headsAtOnce }, (_, n) => `id${n}`);
const answerNames = headNames.slice(0, batchSize);
const placeholders = (names: readonly string[]) => names.map((name) => sql.placeholder(name));

const findHeads = prepareRows("item-statistics-heads", (handle) =>
  handle
    .select({
      id: attempts.id,
      startedAt: attempts.startedAt,
      submittedAt: attempts.submittedAt,
      language: people.language,
      region: people.region,
    })
    .from(attempts)
    .innerJoin(people, eq(people.id, attempts.personId))
    .where(inArray(attempts.id, placeholders(headNames))),
);

/** Answers an attempt at a time, as one list of item, answer and instant in turn: a row an answer takes twice the time. */
const findAnswers = prepareRows("item-statistics-answers", (handle) =>
  handle
    .select({
      attemptId: attemptAnswers.attemptId,
      answers: sql<string>`string_agg('"' || ${attemptAnswers.itemId} || '",' || cast(${attemptAnswers.answer} as text)
        || ',' || cast(${attemptAnswers.answeredAt} as text), ',')`,
    })
    .from(attemptAnswers)
    .where(inArray(attemptAnswers.attemptId, placeholders(answerNames)))
    .groupBy(attemptAnswers.attemptId),
);

/** The last batch is filled up with its last id, so that every batch is the same prepared query. */
function fill(names: readonly string[], ids: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name, n) => [name, ids[n] ?? ids.at(-1)]));
}

async function readBatch(
  handle: Handle,
  { heads, questions }: { heads: readonly Head[]; questions: number },
): Promise<Sheet[]> {
  const ids = heads.map(([id]) => id);
  const answers = new Map((await findAnswers(handle, fill(answerNames, ids))) as [string, string][]);
  const sheets: (Sheet & { id: string; answers: SheetAnswer[] })[] = [];
  for (const [id, startedAt, submittedAt, language, region] of heads) {
    const list = JSON.parse(`[${answers.get(id) ?? ""}]`) as (string | number | { choice: string })[];
    sheets.push({ id, language, region, submittedAt: Number(submittedAt), answers: timed(list, Number(startedAt)) });
  }
  await addOpenQuestions(
    handle,
    sheets.filter((sheet) => sheet.answers.length < questions),
  );
  return sheets;
}

/** Instants are text on PostgreSQL. */
type Head = [id: string, startedAt: number | string, submittedAt: number | string, language: string, region: string];

/** In the order in which they were given. An answer that was changed counts with its last instant. */
function timed(list: readonly (string | number | { choice: string })[], startedAt: number): SheetAnswer[] {
  const answers: SheetAnswer[] = [];
  for (let n = 0; n + 2 < list.length; n += 3) {
    const { choice } = list[n + 1] as { choice: string };
    answers.push({ itemId: list[n] as string, choice, seconds: list[n + 2] as number });
  }
  answers.sort((a, b) => a.seconds - b.seconds);
  let before = startedAt;
  for (const answer of answers) {
    const at = answer.seconds;
    answer.seconds = Math.round((at - before) / 1000);
    before = at;
  }
  return answers;
}

/** What was asked but never answered. */
async function addOpenQuestions(handle: Handle, sheets: readonly { id: string; answers: SheetAnswer[] }[]) {
  if (sheets.length === 0) return;
  const ids = sheets.map(({ id }) => id);
  const rows = await handle
    .select({ id: attempts.id, form: attempts.form })
    .from(attempts)
    .where(inArray(attempts.id, ids));
  const forms = new Map(rows.map(({ id, form }) => [id, form]));
  for (const { id, answers } of sheets) {
    const answered = new Set(answers.map(({ itemId }) => itemId));
    for (const { itemId } of forms.get(id) ?? [])
      if (!answered.has(itemId)) answers.push({ itemId, choice: null, seconds: 0 });
  }
}

function measuredItem({ id, clause, mustPass, difficulty, choices }: Item): MeasuredItem {
  return {
    ...{ id, clause, mustPass, difficulty },
    choices: choices.map((choice) => ({ id: choice.id, correct: choice.correct })),
  };
}
