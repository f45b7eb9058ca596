import { and, count, isNotNull, ne, sql } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, people as peopleTable, prepareRows } from "#app/platform/db.server.ts";
import { claimFactsQuery, factRow } from "../claims/claim-facts-query.server.ts";
import { readReleases } from "../claims/read-releases.server.ts";
import { type ProgramFacts, sortFactRows } from "../claims/sort-fact-rows.server.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { editPeople, noPeople, type People } from "./people-columns.ts";
import { putPerson } from "./put-person.server.ts";
import { type Change, readChanges, readWatermark, type Watermark } from "./read-changes.server.ts";
import { readPeople, readPeopleAfter } from "./read-people.server.ts";
import type { JudgedProgram } from "./standing-timeline.server.ts";
import { storeFactsLater } from "./store-standing-facts.server.ts";

/** Everybody's standing in memory. `version` is another number whenever any of it is different. */
export type KeptPeople = {
  version: number;
  people: People;
  program: JudgedProgram;
  programKey: string;
  watermark: Watermark;
  /** Changes behind the watermark that are in `people` already, by person. */
  known: ReadonlyMap<string, number>;
  /** Timelines begin here. */
  from: number;
  /** The latest instant at whose moment somebody was put, and the first at which somebody's changes. */
  turnedAt: number;
  changesAt: number;
};

/** Some 10 ms of work, so that the gate is not kept waiting while a node reads everybody. */
const chunk = 500;
/** Clocks go back a little, and nodes differ by more than nothing. */
const leeway = millisecondsADay;
const programRows = prepareRows("program_facts", (handle) => claimFactsQuery(handle, sql`1 = 0`));
type Holding = {
  state: KeptPeople | null;
  turn: Promise<unknown>;
  queued: { now: number; answer: Promise<KeptPeople> } | null;
};
const holdings = new WeakMap<Database, Holding>();
let versions = 0;

/**
 * Everybody as they stand now. Before each answer it asks what has changed since the last one and reads those people
 * again, so an answer is never older than the question, on whatever node the change was made. Memory holds nothing that
 * the database does not: it begins empty with the process.
 */
export async function keepPeople(db: Database, { now }: { now: number }): Promise<KeptPeople> {
  const held = holdingOf(db);
  if (held.queued) {
    // A refresh that has not begun sees all that this one would.
    held.queued.now = Math.max(held.queued.now, now);
    return held.queued.answer;
  }
  const queued = { now, answer: held.turn.then(run) };
  held.queued = queued;
  held.turn = queued.answer.catch(() => {});
  return queued.answer;

  async function run(): Promise<KeptPeople> {
    held.queued = null;
    const state = await refresh(db, { state: held.state, now: queued.now, home: db });
    held.state = state;
    return state;
  }
}

/**
 * Everybody as they stand in one snapshot of the database, as of the instant at which it was taken; `use` reads there
 * what else it needs of them.
 */
export async function keepPeopleOfSnapshot<T>(
  { db, clock }: { db: Database; clock: Clock },
  use: (found: { kept: KeptPeople; now: number; snapshot: Database }) => Promise<T>,
): Promise<T> {
  const held = holdingOf(db);
  return db.snapshot(async (begin) => {
    const before = held.turn;
    // In a turn of its own: what is known then was all read before the snapshot, and the snapshot has what is newer.
    const turn = before.then(async () => {
      const snapshot = { ...db, read: await begin() };
      const now = clock.now();
      const kept = await refresh(snapshot, { state: held.state, now, home: db });
      held.state = kept;
      return { kept, now, snapshot };
    });
    held.turn = turn.catch(() => {});
    return use(await turn);
  });
}

function holdingOf(db: Database): Holding {
  const held = holdings.get(db) ?? { state: null, turn: Promise.resolve(), queued: null };
  holdings.set(db, held);
  return held;
}

/** Reads from `db`, and stores what was gathered through `home`, which is there when a snapshot is not any more. */
async function refresh(
  db: Database,
  { state, now, home }: { state: KeptPeople | null; now: number; home: Database },
): Promise<KeptPeople> {
  const found = sortFactRows((await programRows(db.read, {})).map(factRow)).program;
  const programKey = JSON.stringify(found);
  if (!state || state.programKey !== programKey || now < state.from) {
    return readEverybody(db, { program: await withContents(db, found), programKey, now, home });
  }
  const { changes, watermark } = await readChanges(db, state.watermark);
  const next = { ...state, watermark, known: marksBehind(changes, watermark) };
  const again = changes.filter(({ personId, mark }) => state.known.get(personId) !== mark);
  const isDue = now >= state.changesAt || now < state.turnedAt;
  if (again.length === 0 && !isDue) return next;
  const editor = editPeople(state.people);
  const changesAt = isDue ? null : state.changesAt;
  for (let first = 0; first < again.length; first += chunk) {
    if (first > 0) await pause();
    const ids = again.slice(first, first + chunk).map(({ personId }) => personId);
    const read = await readPeople(db, ids);
    for (const person of read) putPerson(editor, person, state);
    storeFactsLater(home, read);
    const present = new Set(read.map(({ profile }) => profile.id));
    for (const id of ids) if (!present.has(id)) editor.remove(id);
  }
  const turnedAt = isDue ? now : Math.max(now, state.turnedAt);
  return settle({ ...next, turnedAt }, await editor.finish({ now, changesAt, pause }));
}

type Reading = Pick<KeptPeople, "program" | "programKey"> & { now: number; home: Database };

async function readEverybody(db: Database, { program, programKey, now, home }: Reading): Promise<KeptPeople> {
  const watermark = await readWatermark(db);
  const [total] = await db.read
    .select({ people: count() })
    .from(peopleTable)
    .where(and(ne(peopleTable.kind, "partner"), isNotNull(peopleTable.employeeId)));
  const people = noPeople(total?.people ?? 0);
  const editor = editPeople(people, { isNew: true });
  const from = now - leeway;
  for (let after = ""; ; ) {
    const next = await readPeopleAfter(db, { after, limit: chunk });
    if (!next) break;
    for (const person of next.people) putPerson(editor, person, { program, from });
    storeFactsLater(home, next.people);
    after = next.last;
    await pause();
  }
  const started = { version: 0, people, program, programKey, watermark, known: new Map(), from, turnedAt: now };
  return settle({ ...started, changesAt: 0 }, await editor.finish({ now, changesAt: null, pause }));
}

function settle(state: KeptPeople, { people, changesAt }: Pick<KeptPeople, "people" | "changesAt">): KeptPeople {
  if (people === state.people && state.version > 0) return { ...state, changesAt };
  versions += 1;
  return { ...state, people, changesAt, version: versions };
}

async function withContents(db: Database, found: ProgramFacts): Promise<JudgedProgram> {
  const ids = found.releases.map(({ id }) => id);
  const published = new Set(found.releases.map(({ editionId }) => editionId));
  return { ...found, published, contents: await readReleases(db.read, ids) };
}

function marksBehind(changes: readonly Change[], watermark: Watermark): Map<string, number> {
  const behind = changes.filter(({ mark }) => mark >= watermark);
  return new Map(behind.map(({ personId, mark }) => [personId, mark]));
}

function pause(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}
