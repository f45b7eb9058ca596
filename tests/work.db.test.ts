import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cancelWork } from "#app/features/work/cancel-work.server.ts";
import { claimWork } from "#app/features/work/claim-work.server.ts";
import { purgeWork } from "#app/features/work/purge-work.server.ts";
import { getWork, listWork } from "#app/features/work/read-work.server.ts";
import { getWorkFile, readWorkFile } from "#app/features/work/read-work-file.server.ts";
import { runClaimedWork } from "#app/features/work/run-claimed-work.server.ts";
import { runScheduledWork } from "#app/features/work/run-scheduled-work.server.ts";
import { startWork } from "#app/features/work/start-work.server.ts";
import { startWorker } from "#app/features/work/start-worker.server.ts";
import { storeWorkFile } from "#app/features/work/store-work-file.server.ts";
import { type WorkKind, workKind } from "#app/features/work/work-kind.ts";
import { workLimits } from "#app/features/work/work-limits.ts";
import { connect, type Database, scheduledRuns, work, workFileChunks, workFiles } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { handClock } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { testDatabase } from "./setup-database.ts";

const start = Date.UTC(2026, 10, 23);

function makeApp(db: Database) {
  const clock = handClock(start);
  return { db, clock, env: readEnv({}), log: createLogger("silent") };
}

/** A kind that does what the test says; `people_export`, so that the pages' list knows it. */
function testKind(run: WorkKind["run"], resume: WorkKind["resume"] = "again"): WorkKind {
  return workKind({ kind: "people_export", cancel: "safe", resume, readInput: (input) => input, run });
}

const registryOf = (kind: WorkKind) => new Map([[kind.kind, kind]]);

async function runNext(app: ReturnType<typeof makeApp>, kind: WorkKind): Promise<boolean> {
  const row = await claimWork({ db: app.db, kinds: registryOf(kind), now: app.clock.now() });
  if (row) await runClaimedWork(app, { row, kind });
  return row !== null;
}

const ask = (app: ReturnType<typeof makeApp>, personId: string, input: Record<string, unknown> = {}) =>
  startWork(app, { kind: "people_export", input, personId });

test("work goes from waiting to done, with figures and a file that reads back byte for byte", async () => {
  await using db = await testDatabase();
  const app = makeApp(db);
  const { id: personId } = await makePerson(db);
  const bytes = Buffer.alloc(workLimits.chunkBytes * 2 + 7, "Łukasz 漢字 😀");
  const workId = await ask(app, personId);
  const kind = testKind(async ({ workId: id }) => {
    const about = { workId: id, role: "result" as const, name: "all.csv", mediaType: "text/csv" };
    await storeWorkFile(app, about, inPieces(bytes));
    return { counts: { people: 3 } };
  });
  expect(await runNext(app, kind)).toBe(true);
  expect(await runNext(app, kind)).toBe(false);
  const found = await getWork(db.read, { workId, scope: { personId } });
  expect(found).toMatchObject({ state: "done", result: { counts: { people: 3 } }, failure: null });
  const file = await getWorkFile(db.read, { workId, fileId: found.files[0]?.id ?? "" });
  expect(file.size).toBe(bytes.length);
  const parts: Uint8Array[] = [];
  for await (const part of readWorkFile(db.read, file.id)) parts.push(part);
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
});

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 100_003) yield bytes.subarray(at, at + 100_003);
}

test("a file that is too large leaves nothing behind", async () => {
  await using db = await testDatabase();
  const about = { workId: null, role: "input" as const, name: "x.csv", mediaType: "text/csv" };
  const stored = storeWorkFile(makeApp(db), about, inPieces(Buffer.alloc(600_000)), { mostBytes: 500_000 });
  await expect(stored).rejects.toMatchObject({ code: "payload-too-large" });
  expect(await db.read.select().from(workFileChunks)).toEqual([]);
  expect(await db.read.select().from(workFiles)).toEqual([]);
});

test("asked twice it is one; of others nothing is seen; too much at once is refused", async () => {
  await using db = await testDatabase();
  const app = makeApp(db);
  const [mine, other] = [await makePerson(db), await makePerson(db)];
  const first = await ask(app, mine.id, { a: 1, b: { d: 2, ccc: 3 } });
  expect(await ask(app, mine.id, { b: { ccc: 3, d: 2 }, a: 1 })).toBe(first);
  expect(await ask(app, other.id, { a: 1, b: { d: 2, ccc: 3 } })).not.toBe(first);
  await expect(getWork(db.read, { workId: first, scope: { personId: other.id } })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(cancelWork(app, { workId: first, scope: { personId: other.id } })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await listWork(db.read, { scope: "everybody" })).toHaveLength(2);
  for (let n = 1; n < workLimits.openPerPerson; n += 1) await ask(app, mine.id, { n });
  await expect(ask(app, mine.id, { n: "more" })).rejects.toMatchObject({ code: "too-many-requests" });
});

test("two nodes that ask at the same time never get the same work", async () => {
  await using db = await testDatabase();
  const nodes = [db, connect(db.url), connect(db.url)];
  const app = makeApp(db);
  const people = [await makePerson(db), await makePerson(db)];
  for (const { id } of people) for (let n = 0; n < 5; n += 1) await ask(app, id, { n });
  const kinds = registryOf(testKind(async () => ({})));
  const drain = async (node: Database) => {
    const got: string[] = [];
    for (;;) {
      const row = await claimWork({ db: node, kinds, now: start });
      if (!row) return got;
      got.push(row.id);
    }
  };
  const all = (await Promise.all(nodes.map(drain))).flat();
  for (const node of nodes.slice(1)) await node.close();
  expect(all).toHaveLength(10);
  expect(new Set(all).size).toBe(10);
});

test("work whose process died is taken up after its lease; the one that was given up writes nothing more", async () => {
  await using db = await testDatabase();
  const app = makeApp(db);
  const { id: personId } = await makePerson(db);
  const workId = await ask(app, personId);
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow = testKind(async ({ workId: id, claim }) => {
    await held;
    const about = { workId: id, role: "result" as const, name: "late.csv", mediaType: "text/csv" };
    await storeWorkFile(app, about, inPieces(Buffer.from("late")), { claim });
    return { counts: { people: 1 } };
  });
  const row = await claimWork({ db, kinds: registryOf(slow), now: start });
  if (!row) throw new Error("Nothing was claimed.");
  const late = runClaimedWork(app, { row, kind: slow, signOfLifeMs: 3_600_000 });
  const quick = testKind(async () => ({ counts: { people: 2 } }));
  expect(await runNext(app, quick)).toBe(false);
  app.clock.pass(workLimits.leaseMs);
  expect(await runNext(app, quick)).toBe(true);
  finish();
  await late;
  expect(await getWork(db.read, { workId, scope: "everybody" })).toMatchObject({
    state: "done",
    result: { counts: { people: 2 } },
    files: [],
  });
  expect(await db.read.select().from(workFileChunks)).toEqual([]);
});

test("what cannot be taken up again is told as failed, and so is what dies each time", async () => {
  await using db = await testDatabase();
  const app = makeApp(db);
  const { id: personId } = await makePerson(db);
  const never = testKind(async () => ({}), "fail");
  const once = await ask(app, personId, { n: 1 });
  await claimWork({ db, kinds: registryOf(never), now: start });
  app.clock.pass(workLimits.leaseMs);
  expect(await runNext(app, never)).toBe(false);
  expect(await getWork(db.read, { workId: once, scope: "everybody" })).toMatchObject({
    state: "failed",
    failure: { code: "stopped" },
  });
  const again = await ask(app, personId, { n: 2 });
  const kinds = registryOf(testKind(async () => ({})));
  for (let n = 0; n < workLimits.mostRuns; n += 1) {
    expect(await claimWork({ db, kinds, now: app.clock.now() })).not.toBeNull();
    app.clock.pass(workLimits.leaseMs);
  }
  expect(await claimWork({ db, kinds, now: app.clock.now() })).toBeNull();
  expect(await getWork(db.read, { workId: again, scope: "everybody" })).toMatchObject({
    state: "failed",
    failure: { code: "too_often" },
  });
});

test("waiting work is cancelled at once, running work as soon as it notices, and its files go", async () => {
  await using db = await testDatabase();
  const app = makeApp(db);
  const { id: personId } = await makePerson(db);
  const scope = { personId };
  const waiting = await ask(app, personId, { n: 1 });
  expect(await cancelWork(app, { workId: waiting, scope })).toBe("cancelled");
  expect(await cancelWork(app, { workId: waiting, scope })).toBe("over");
  const running = await ask(app, personId, { n: 2 });
  const kind = testKind(async ({ signal, progress, workId }) => {
    progress(1, 10, "rows");
    await cancelWork(app, { workId, scope });
    const about = { workId, role: "result" as const, name: "x", mediaType: "text/csv" };
    const endless = (async function* () {
      for (;;) {
        await new Promise((resume) => setTimeout(resume, 1));
        yield Buffer.alloc(workLimits.chunkBytes);
      }
    })();
    await storeWorkFile(app, about, endless, { signal });
    return {};
  });
  const row = await claimWork({ db, kinds: registryOf(kind), now: start });
  if (row) await runClaimedWork(app, { row, kind, signOfLifeMs: 5 });
  const found = await getWork(db.read, { workId: running, scope });
  expect(found).toMatchObject({ state: "cancelled", done: 1, total: 10, phase: "rows" });
  expect(await db.read.select().from(workFileChunks)).toEqual([]);
});

test("a refusal is in words for its reader; a fault is in none, but in the log", async () => {
  await using db = await testDatabase();
  const app = makeApp(db);
  const { id: personId } = await makePerson(db);
  const failed = async (kind: WorkKind) => {
    const workId = await ask(app, personId);
    await runNext(app, kind);
    return getWork(db.read, { workId, scope: "everybody" });
  };
  const refused = await failed(
    testKind(async () => {
      throw new AppError("validation-failed", "The file names no people.");
    }),
  );
  expect(refused).toMatchObject({ state: "failed", failure: { code: "refused", words: "The file names no people." } });
  const broken = await failed(
    testKind(async () => {
      throw new Error("password=hunter2");
    }),
  );
  expect(broken).toMatchObject({ state: "failed", failure: { code: "broken", words: null } });
  const half = await failed(testKind(async () => ({ refusal: "It has problems.", counts: { problems: 2 } })));
  expect(half).toMatchObject({ failure: { words: "It has problems." }, result: { counts: { problems: 2 } } });
});

test("a server that stops gives its work back, and the next one finishes it", async () => {
  await using db = await testDatabase();
  const app = { ...makeApp(db), clock: { now: () => Date.now() } };
  const { id: personId } = await makePerson(db);
  const workId = await startWork(app, { kind: "people_export", input: {}, personId });
  let begun = () => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const endless = testKind(async ({ signal }) => {
    begun();
    await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    return {};
  });
  const first = startWorker(app, { kinds: [endless], schedule: [] }, 5);
  await isBegun;
  await first.stop();
  expect(await getWork(db.read, { workId, scope: "everybody" })).toMatchObject({ state: "waiting", startedAt: null });
  const next = startWorker(app, { kinds: [testKind(async () => ({ counts: { people: 4 } }))], schedule: [] }, 5);
  await expect.poll(async () => (await getWork(db.read, { workId, scope: "everybody" })).state).toBe("done");
  await next.stop();
});

test("scheduled work runs once for each instant, on one node, and not beside itself; a dead run is passed over", async () => {
  await using db = await testDatabase();
  const app = makeApp(db);
  const { signal } = new AbortController();
  let ran = 0;
  const due = { name: "purge_work", every: 60, run: async () => ({ files: ++ran }) };
  const both = await Promise.all([1, 2].map(() => runScheduledWork(app, { work: due, signal })));
  expect([both.filter(Boolean).length, ran]).toEqual([1, 1]);
  app.clock.pass(60 * 60_000);
  expect(await runScheduledWork(app, { work: due, signal })).toBe(true);
  const [latest] = await db.read.select().from(scheduledRuns).where(eq(scheduledRuns.dueAt, app.clock.now()));
  expect(latest).toMatchObject({ outcome: "done", counts: { files: 2 } });
  // A node died in the middle of the next one.
  app.clock.pass(60 * 60_000);
  const dead = { id: "dead", name: due.name, dueAt: app.clock.now(), startedAt: app.clock.now() };
  await db.write(async (tx) => {
    await tx.insert(scheduledRuns).values({ ...dead, leaseUntil: app.clock.now() + workLimits.leaseMs });
  });
  expect(await runScheduledWork(app, { work: due, signal })).toBe(false);
  app.clock.pass(60 * 60_000);
  expect(await runScheduledWork(app, { work: due, signal })).toBe(true);
  const [lost] = await db.read.select().from(scheduledRuns).where(eq(scheduledRuns.id, "dead"));
  expect(lost).toMatchObject({ outcome: "lost" });
});

test("files go after a week and lines after ninety days, but never of what is open", async () => {
  await using db = await testDatabase();
  const app = makeApp(db);
  const { id: personId } = await makePerson(db);
  const [done, open] = [await ask(app, personId, { n: 1 }), await ask(app, personId, { n: 2 })];
  const kind = testKind(async () => ({}));
  await runNext(app, kind);
  for (const workId of [done, open, null]) {
    const about = { workId, role: "input" as const, name: "x", mediaType: "text/csv" };
    await storeWorkFile(app, about, inPieces(Buffer.from("a")));
  }
  expect(await purgeWork(app)).toEqual({ files: 0, work: 0, runs: 0 });
  app.clock.pass(workLimits.keepFilesMs + 1);
  expect(await purgeWork(app)).toEqual({ files: 2, work: 0, runs: 0 });
  app.clock.pass(workLimits.keepWorkMs);
  expect(await purgeWork(app)).toEqual({ files: 0, work: 1, runs: 0 });
  expect(await db.read.select({ id: work.id }).from(work)).toEqual([{ id: open }]);
});
