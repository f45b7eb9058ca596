import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findEditionForPerson } from "#app/features/certification/edition-for-person.server.ts";
import { findCurrentRegistration } from "#app/features/certification/find-current-registration.server.ts";
import { pathSteps } from "#app/features/certification/path-steps.ts";
import { readProgress } from "#app/features/certification/read-progress.server.ts";
import { checkClaimRights } from "#app/features/claims/check-claim-right.server.ts";
import { readManyClaimFacts } from "#app/features/claims/read-claim-facts.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { getTeam } from "#app/features/teams/get-team.server.ts";
import { judgeMember } from "#app/features/teams/judge-member.server.ts";
import { readChanges, readWatermark } from "#app/features/teams/read-changes.server.ts";
import { rebuildStandingFacts } from "#app/features/teams/rebuild-standing-facts.server.ts";
import { lineAbove, listBelow } from "#app/features/teams/team-lines.ts";
import type { Member } from "#app/features/teams/team-member.ts";
import { systemClock } from "#app/platform/clock.ts";
import {
  connect,
  type Database,
  holds,
  overrides,
  people,
  personChanges,
  standingFacts,
  waves,
} from "#app/platform/db.server.ts";
import { certify as certifyByWalk, readEverything } from "./learning-walk.ts";
import { certify, makeHold, makeOverride, makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { type MadeRelease, makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const ask = (db: Database, now: number) => getTeam({ db, clock: { now: () => now } }, "everybody");

/** A change of one of five people, with instants in days and a little before or after. */
const anyChange = fc.record({
  kind: fc.constantFrom(
    "hold",
    "lift",
    "override",
    "certify",
    "leave",
    "return",
    "move",
    "manager",
    "wave",
    "withdraw",
  ),
  person: fc.nat({ max: 4 }),
  other: fc.nat({ max: 4 }),
  from: fc.integer({ min: 60, max: 160 }),
  days: fc.integer({ min: 1, max: 80 }),
  enforced: fc.boolean(),
  grace: fc.constantFrom(0, 7),
});
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;
/** Questions between changes: which process is asked, and when. */
const anyQuestion = fc.record({
  handle: fc.nat({ max: 1 }),
  at: fc.integer({ min: 60, max: 240 }),
  off: fc.constantFrom(-1, 0, 1),
});
const anyHistory = fc.array(fc.tuple(anyChange, fc.array(anyQuestion, { maxLength: 2 })), {
  minLength: 3,
  maxLength: 9,
});

const about = { other: 0, enforced: true, grace: 0 as const };
/** Somebody is read at a later instant than everybody else, and then the clock goes back. */
const goneBack: [Change, { handle: number; at: number; off: -1 | 0 | 1 }[]][] = [
  [{ ...about, kind: "hold", person: 0, from: 60, days: 1 }, [{ handle: 1, at: 110, off: 0 }]],
  [{ ...about, kind: "hold", person: 1, from: 83, days: 37 }, [{ handle: 1, at: 120, off: 1 }]],
  [{ ...about, kind: "hold", person: 0, from: 60, days: 1 }, [{ handle: 1, at: 110, off: 0 }]],
];
/** The wave of somebody about whom the gate says the same for ever is withdrawn later. */
const withdrawnLater: typeof goneBack = [
  [{ ...about, kind: "withdraw", person: 0, from: 61, days: 1 }, []],
  [{ ...about, kind: "leave", person: 0, from: 60, days: 1 }, [{ handle: 0, at: 60, off: -1 }]],
];
/** A certification begins and ends while the gate says no for another reason. */
const certifiedAway: typeof goneBack = [
  [{ ...about, kind: "leave", person: 0, from: 60, days: 1 }, []],
  [{ ...about, kind: "certify", person: 0, from: 60, days: 1 }, [{ handle: 0, at: 60, off: -1 }]],
  [{ ...about, enforced: false, kind: "hold", person: 1, from: 60, days: 1 }, []],
  [{ ...about, kind: "certify", person: 1, from: 110, days: 5 }, [{ handle: 0, at: 109, off: 0 }]],
];

test("a kept standing is the gate's fresh decision, after any history, on any node, at any instant", async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      await using db = await testDatabase();
      const other = connect(db.url);
      try {
        const release = await makeRelease(db);
        await makeWave(db, { effectiveAt: 100 * day, graceDays: 10 });
        const those = [];
        for (let n = 0; n < 5; n++) those.push(await makePerson(db, { country: n % 2 === 0 ? "US" : "DE" }));
        for (const [change, questions] of history) {
          await apply(db, release, those, change);
          for (const { handle, at, off } of questions) await expectFresh(handle === 0 ? db : other, at * day + off);
        }
        for (const handle of [db, other]) await expectFresh(handle, 130 * day);
      } finally {
        await other.close();
      }
    }),
    { numRuns: 10, examples: [[goneBack], [withdrawnLater], [certifiedAway]] },
  );
}, 120_000);

type Person = Awaited<ReturnType<typeof makePerson>>;

async function apply(db: Database, release: MadeRelease, those: Person[], change: Change): Promise<void> {
  const { kind, from, days, enforced, grace } = change;
  const { id: personId } = those[change.person] as Person;
  const [validFrom, validUntil] = [from * day, (from + days) * day];
  const set = (values: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(values).where(eq(people.id, personId))));
  if (kind === "hold") await makeHold(db, { personId, openedAt: validFrom, liftedAt: enforced ? validUntil : null });
  if (kind === "lift")
    await db.write(async (tx) => {
      await tx.update(holds).set({ liftedAt: validFrom }).where(eq(holds.personId, personId));
      await tx.update(overrides).set({ endedAt: validFrom }).where(eq(overrides.personId, personId));
    });
  if (kind === "override") await makeOverride(db, { personId, grantedAt: validFrom, validFrom, validUntil });
  if (kind === "certify") await certify(db, { personId, releaseId: release.id, validFrom, validUntil });
  if (kind === "leave") await set({ leftAt: validFrom });
  if (kind === "return") await set({ leftAt: null, onLeave: enforced });
  if (kind === "move") await set({ country: enforced ? "US" : "FR", familyName: `Moved ${from}` });
  if (kind === "manager") await set({ managerEmployeeId: those[change.other]?.employeeId ?? null });
  if (kind === "wave") {
    const countries = change.other % 2 === 0 ? null : ["DE"];
    const mode = enforced ? "enforce" : "shadow";
    await makeWave(db, { effectiveAt: validFrom, graceDays: grace, mode, countries, createdAt: change.other });
  }
  if (kind === "withdraw") await db.write(async (tx) => void (await tx.update(waves).set({ withdrawnAt: validFrom })));
}

async function expectFresh(db: Database, now: number): Promise<void> {
  const { inSight, lines } = await ask(db, now);
  const everybody = [...inSight];
  const stored = await db.read.select().from(people);
  expect(everybody.map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort());
  const rights = await checkClaimRights({ db, at: now, now, employeeIds: everybody.map((one) => one.employeeId) });
  const { program, subjects } = await readManyClaimFacts(db.read, { personIds: stored.map(({ id }) => id) });
  for (const [n, one] of everybody.entries()) {
    const right = rights[n];
    const row = stored.find(({ id }) => id === one.id);
    expect(one).toMatchObject({
      ...{ country: row?.country, managerEmployeeId: row?.managerEmployeeId, onLeave: row?.onLeave },
      ...{ reason: right?.reasons[0], counted: right?.reasons[0] !== "INACTIVE" },
    });
    expect(one.status === "blocked").toBe(right?.outcome === "deny");
    const subject = subjects.get(one.id);
    expect(subject && { ...one, ...judgeMember(program, subject, now) }).toEqual(one);
    if (!one.counted) continue;
    if (one.status !== "blocked") expect(one.dueAt).toBe(await nextNo(db, one, now));
    expect(one.soon).toBe(one.status !== "blocked" && one.dueAt !== null && one.dueAt - now <= 14 * day);
    // Nobody is counted on the way to an edition that no wave asks them for, though they may learn it.
    expect(one.progress.done).toBe(one.waveId === null ? 0 : await stepsDone(db, one, now));
    const below = [...listBelow(lines, one.employeeId)].map(({ id }) => id).sort();
    const led = everybody.filter(
      (other) => other.id !== one.id && lineAbove(lines, other).some(({ id }) => id === one.id),
    );
    expect(below).toEqual(led.map(({ id }) => id).sort());
  }
}

/** By asking the gate at each instant until which it says its answer holds. */
async function nextNo(db: Database, { employeeId }: Member, now: number): Promise<number | null> {
  for (let at: number | null = now; at !== null; ) {
    const [right] = await checkClaimRights({ db, at, now: at, employeeIds: [employeeId] });
    if (right?.outcome === "deny") return right.reasons[0] === "INACTIVE" ? null : at;
    at = right?.validUntil ?? null;
  }
  return null;
}

async function stepsDone(db: Database, person: Member, now: number): Promise<number> {
  const edition = await findEditionForPerson(db.read, { person, now });
  if (!edition) return 0;
  const { editionId, release } = edition;
  const registration = await findCurrentRegistration(db.read, { personId: person.id, editionId, now });
  const steps = pathSteps(release, await readProgress(db.read, registration?.id ?? null));
  return registration?.certification ? steps.length : steps.filter(({ state }) => state === "done").length;
}

test("a change that commits late is in the first answer after its commit", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makeWave(db, { mode: "shadow" });
  const [one, other] = [await makePerson(db), await makePerson(db)];
  const reasons = async () => {
    const { lines } = await ask(db, Date.now());
    return [one, other].map(({ employeeId }) => lines.byEmployeeId.get(employeeId ?? "")?.reason);
  };
  expect(await reasons()).toEqual(["SHADOW_MODE", "SHADOW_MODE"]);
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
  const { promise: written, resolve: hasWritten } = Promise.withResolvers<void>();
  const late = db.write(async (tx) => {
    await tx.insert(holds).values(holdOf(one.id));
    hasWritten();
    await mayCommit;
  });
  await written;
  // Only one engine has two writers at a time.
  if (db.engine === "postgres") await makeHold(db, { personId: other.id });
  expect((await reasons())[0]).toBe("SHADOW_MODE");
  commit();
  await late;
  expect(await reasons()).toEqual(["ON_HOLD", db.engine === "postgres" ? "ON_HOLD" : "SHADOW_MODE"]);
  expect(await reasons()).toEqual(["ON_HOLD", db.engine === "postgres" ? "ON_HOLD" : "SHADOW_MODE"]);
});

function holdOf(personId: string): typeof holds.$inferInsert {
  const open = { liftedAt: null, liftedBy: null, liftReason: null };
  return {
    id: personId,
    personId,
    caseReference: "C-1",
    reason: "A complaint.",
    openedAt: 0,
    openedBy: "test",
    ...open,
  };
}

test("stored facts are used until the change that overtakes them; a false one is found, and mended", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const rep = await makePerson(db);
  const reader = await makePerson(db);
  await certifyByWalk({ db, clock: systemClock, personId: rep.id, release }, rep);
  await readEverything({ db, clock: systemClock, personId: reader.id, release });
  expect(await rebuildStandingFacts(db)).toEqual({ people: 2, written: 2, removed: 0 });
  expect(await rebuildStandingFacts(db)).toEqual({ people: 2, written: 0, removed: 0 });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);

  const afterStart = async () => {
    const started = connect(db.url);
    try {
      const { lines } = await getTeam({ db: started, clock: systemClock }, "everybody");
      return lines.byEmployeeId.get(rep.employeeId ?? "");
    } finally {
      await started.close();
    }
  };
  expect(await afterStart()).toMatchObject({ status: "certified", progress: { done: 4, total: 4 } });
  const [stored] = await db.read.select().from(standingFacts).where(eq(standingFacts.personId, rep.id));
  const falsify = (facts = "[2,0,[],[],[],[]]") =>
    db.write(async (tx) => {
      await tx.update(standingFacts).set({ facts }).where(eq(standingFacts.personId, rep.id));
    });
  await falsify();
  expect(await afterStart()).toMatchObject({ status: "blocked" });
  expect((await verifyEvidence(db)).discrepancies).toMatchObject([{ personId: rep.id, subject: "standing facts" }]);
  expect(await rebuildStandingFacts(db)).toMatchObject({ written: 1 });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
  expect(await db.read.select().from(standingFacts).where(eq(standingFacts.personId, rep.id))).toEqual([stored]);
  expect(await afterStart()).toMatchObject({ status: "certified" });

  // Where nobody can read them, they are gathered again, and told of all the same.
  for (const spoilt of ["[2,0,[],[]", "[2,0]", "[2,", '[2,0,[["2011-07"]],[null],[],[]]']) {
    await falsify(spoilt);
    expect(await afterStart(), spoilt).toMatchObject({ status: "certified" });
    expect((await verifyEvidence(db)).discrepancies, spoilt).toMatchObject([{ subject: "standing facts" }]);
    await rebuildStandingFacts(db);
  }

  // The change itself takes what is stored out of use, whoever makes it: even a false row is harmless from then on.
  await falsify();
  await db.write(async (tx) => void (await tx.update(people).set({ kind: "rep" }).where(eq(people.id, rep.id))));
  expect(await afterStart()).toMatchObject({ status: "certified" });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
  await db.write(async (tx) => void (await tx.update(people).set({ kind: "partner" }).where(eq(people.id, rep.id))));
  expect(await rebuildStandingFacts(db)).toMatchObject({ people: 1, removed: 1 });
});

test("marks that a restored database brought along are not read again at each question, and changes are still seen", async () => {
  await using db = await testDatabase();
  if (db.engine !== "postgres") return;
  await makeRelease(db);
  await makeWave(db);
  const [one, other] = [await makePerson(db), await makePerson(db)];
  await db.write(async (tx) => void (await tx.update(personChanges).set({ mark: 9_000_000_000_000 })));
  const watermark = await readWatermark(db);
  expect((await readChanges(db, watermark)).changes).toEqual([]);
  const reason = async () => (await ask(db, Date.now())).lines.byEmployeeId.get(one.employeeId ?? "")?.reason;
  expect(await reason()).toBe("NOT_CERTIFIED");
  await makeHold(db, { personId: one.id });
  expect((await readChanges(db, watermark)).changes.map(({ personId }) => personId)).toEqual([one.id]);
  expect(await reason()).toBe("ON_HOLD");
  await makeHold(db, { personId: other.id });
  expect(await reason()).toBe("ON_HOLD");
});
