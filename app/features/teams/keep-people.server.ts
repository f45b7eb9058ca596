import { ne, sql } from "drizzle-orm";
import { type Database, people, prepareRows } from "#app/platform/db.server.ts";
import { claimFactsQuery, factRow } from "../claims/claim-facts-query.server.ts";
import { type ProgramFacts, type Subject, sortFactRows } from "../claims/sort-fact-rows.server.ts";
import { judgeMember } from "./judge-member.server.ts";
import { readChanges, readWatermark, type Watermark } from "./read-changes.server.ts";
import { readPeople } from "./read-people.server.ts";
import type { Member } from "./team-member.ts";

type Kept = { member: Member; subject: Subject };

/** Everybody's standing in memory. `version` is another number whenever any of it is different. */
export type KeptPeople = {
  version: number;
  program: ProgramFacts;
  programKey: string;
  watermark: Watermark;
  kept: Map<string, Kept>;
  /** Sorted by name. */
  members: readonly Member[];
  /** The first instant at which somebody's standing changes by itself. */
  changesAt: number;
};

/** About 30 ms of work, so that the gate is not kept waiting while a node reads everybody for the first time. */
const chunk = 250;
const program = prepareRows("program_facts", (handle) => claimFactsQuery(handle, sql`1 = 0`));
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
  const held = holdings.get(db) ?? { state: null, turn: Promise.resolve(), queued: null };
  holdings.set(db, held);
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
    if (held?.queued === queued) held.queued = null;
    const state = await refresh(db, held?.state ?? null, queued.now);
    if (held) held.state = state;
    return state;
  }
}

async function refresh(db: Database, state: KeptPeople | null, now: number): Promise<KeptPeople> {
  const found = sortFactRows((await program(db.read, {})).map(factRow)).program;
  const programKey = JSON.stringify(found);
  if (!state || state.programKey !== programKey) return readEverybody(db, found, programKey, now);
  const { personIds, watermark } = await readChanges(db, state.watermark);
  const due = now >= state.changesAt ? listDue(state, now) : noneDue;
  const again = [...new Set([...personIds, ...due.readAgain])];
  if (again.length === 0 && due.judgeAgain.length === 0)
    return state.watermark === watermark ? state : { ...state, watermark };
  for (const one of due.judgeAgain) {
    one.member = { ...one.member, ...judgeMember(found, one.subject, now) };
  }
  const resort = await readInto(db, state.kept, { ids: again, program: found, now });
  return settle({ ...state, watermark }, resort || due.judgeAgain.length > 0);
}

async function readEverybody(db: Database, found: ProgramFacts, programKey: string, now: number): Promise<KeptPeople> {
  const watermark = await readWatermark(db);
  const rows = await db.read.select({ id: people.id }).from(people).where(ne(people.kind, "partner"));
  const kept = new Map<string, Kept>();
  const ids = rows.map(({ id }) => id);
  await readInto(db, kept, { ids, program: found, now });
  return settle({ version: 0, program: found, programKey, watermark, kept, members: [], changesAt: 0 }, true);
}

/** Reads people in chunks, between which others get their turn. */
async function readInto(
  db: Database,
  kept: Map<string, Kept>,
  { ids, program, now }: { ids: readonly string[]; program: ProgramFacts; now: number },
): Promise<boolean> {
  for (let first = 0; first < ids.length; first += chunk) {
    if (first > 0) await new Promise((resume) => setImmediate(resume));
    const some = ids.slice(first, first + chunk);
    for (const { profile, subject, progress } of await readPeople(db.read, { ids: some, program, now })) {
      kept.set(profile.id, { member: { ...profile, progress, ...judgeMember(program, subject, now) }, subject });
    }
  }
  return ids.length > 0;
}

function settle(state: KeptPeople, changed: boolean): KeptPeople {
  if (!changed) return state;
  let changesAt = Number.POSITIVE_INFINITY;
  const members: Member[] = [];
  for (const { member } of state.kept.values()) {
    members.push(member);
    changesAt = Math.min(changesAt, member.changesAt, member.progress.changesAt);
  }
  versions += 1;
  return { ...state, version: versions, members: inOrder(state, members), changesAt };
}

/** Most changes leave the names alone; then nobody is sorted. */
function inOrder(state: KeptPeople, members: Member[]): readonly Member[] {
  const before = state.members;
  if (before.length === members.length) {
    const next = before.map(({ id }) => state.kept.get(id)?.member);
    if (next.every((member, n) => member?.sortKey === before[n]?.sortKey)) return next as Member[];
  }
  return members.sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id < b.id ? -1 : 1));
}

const noneDue = { judgeAgain: [] as Kept[], readAgain: [] as string[] };

function listDue({ kept }: KeptPeople, now: number) {
  const judgeAgain: Kept[] = [];
  const readAgain: string[] = [];
  for (const one of kept.values()) {
    if (one.member.progress.changesAt <= now) readAgain.push(one.member.id);
    else if (one.member.changesAt <= now) judgeAgain.push(one);
  }
  return { judgeAgain, readAgain };
}
