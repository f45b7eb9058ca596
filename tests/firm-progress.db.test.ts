import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attestPartner } from "#app/features/attendance/attest-partner.server.ts";
import { countBySteps } from "#app/features/firms/firm-member.ts";
import { firmProgress } from "#app/features/firms/firm-progress.server.ts";
import { listFirms } from "#app/features/firms/list-firms.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { accounts, type Database, people, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { handClock } from "./learning-walk.ts";
import { makeCoordinator, makeFirm, makePartner } from "./make-firms.ts";
import { makePages } from "./make-pages.ts";
import { makeRelease } from "./make-release.ts";
import { takeCheck, watchEverything, watchReplay } from "./partner-walk.ts";
import { testDatabase } from "./setup-database.ts";

const start = Date.UTC(2026, 5, 15, 12);
const day = 86_400_000;

/** A firm with somebody at each place of the way. */
async function world(db: Database) {
  await makeRelease(db, { partners: true });
  const clock = handClock(start);
  const firm = await makeFirm(db, { name: "Nordhavn IT" });
  const named = async (givenName: string) => {
    const person = await makePartner(db, { firmId: firm.id, givenName, familyName: "Berg" });
    const account = { personId: person.id, passwordHash: "x", mustChange: false, changedAt: 0 };
    await db.write(async (tx) => void (await tx.insert(accounts).values(account)));
    return { person, walk: { db, clock, personId: person.id } };
  };
  await makePartner(db, { firmId: firm.id, givenName: "Away", familyName: "Berg" });
  const begun = await named("Begun");
  await watchReplay(begun.walk, "briefing");
  const watched = await named("Watched");
  await watchEverything(watched.walk);
  const failed = await named("Failed");
  await watchEverything(failed.walk);
  await takeCheck(failed.walk, 3);
  const passed = await named("Passed");
  await watchEverything(passed.walk);
  const done = await named("Done");
  await watchEverything(done.walk);
  clock.pass(day);
  await takeCheck(passed.walk);
  await takeCheck(done.walk);
  clock.pass(day);
  const attested = await attestPartner({ ...done.walk, typedName: fullName(done.person) });
  if (attested.state !== "attended") throw new Error("Not attended.");
  const members = async () =>
    Object.fromEntries(
      (await firmProgress({ db, clock, firmId: firm.id })).map((member) => [member.name.replace(" Berg", ""), member]),
    );
  return { clock, firm, done, members, attendance: attested.attendance };
}

test("each person of a firm is shown with what they have done, when, and what comes next", async () => {
  await using db = await testDatabase();
  const { members, clock, attendance, done } = await world(db);
  const found = await members();
  expect(Object.entries(found).map(([name, { next, watched }]) => [name, next, watched])).toEqual([
    ["Away", "join", 0],
    ["Begun", "replays", 1],
    ["Done", "attended", 2],
    ["Failed", "check", 2],
    ["Passed", "signature", 2],
    ["Watched", "check", 2],
  ]);
  expect(found.Failed?.passedAt).toBeNull();
  expect(found.Begun?.watchedAt).toBeNull();
  const at = start + 2 * day;
  expect(found.Done).toMatchObject({ signedAt: at, attendedAt: at, certificateNumber: attendance.number });
  // A record may follow the one before by a millisecond, so that the order is told by the instants as well.
  expect([found.Done?.passedAt, found.Done?.watchedAt].map((one) => Math.round(((one ?? 0) - start) / day))).toEqual([
    1, 0,
  ]);
  expect(countBySteps(Object.values(found))).toEqual({
    ...{ join: 1, replays: 1, check: 2, signature: 1, attended: 1, nothing: 0 },
  });
  const listed = async () => (await listFirms(db, { q: "nordhavn", now: clock.now() }))[0];
  expect(await listed()).toMatchObject({ people: 6, joined: 5, attended: 1 });

  const left = { leftAt: clock.now() };
  await db.write(async (tx) => void (await tx.update(people).set(left).where(eq(people.id, done.person.id))));
  expect(await listed()).toMatchObject({ people: 5, joined: 4, attended: 0 });
  expect(Object.keys(await members())).not.toContain("Done");
  expect(await firmProgress({ db, clock, firmId: (await makeFirm(db)).id })).toEqual([]);
});

test("the way is asked of the database as often for many people and countries as for one", async () => {
  await using db = await testDatabase();
  await makeRelease(db, { partners: true });
  const clock = handClock(start);
  const firm = await makeFirm(db);
  await makePartner(db, { firmId: firm.id });
  let asked = 0;
  const counting = (handle: Database["read"]): Database["read"] =>
    new Proxy(handle, {
      get(target, name, receiver) {
        if (name === "select") asked += 1;
        return Reflect.get(target, name, receiver);
      },
    });
  const watchedDb = { ...db, read: counting(db.read) };
  const queries = async (run: () => Promise<unknown>) => {
    await run();
    asked = 0;
    await run();
    return asked;
  };
  const both = async () => [
    await queries(() => firmProgress({ db: watchedDb, clock, firmId: firm.id })),
    await queries(() => listFirms(watchedDb, { q: null, now: clock.now() })),
  ];
  const before = await both();
  for (const country of ["SE", "NO", "FI", "DE", "FR", "IT", "ES", "PT"])
    await makePartner(db, { firmId: firm.id, country });
  expect(await both()).toEqual(before);
});

test("a coordinator reads who has attended, every count opens its list, and the file has the number", async () => {
  await using db = await testDatabase();
  const { firm, attendance } = await world(db);
  await using pages = await makePages(db);
  const coordinator = await makeCoordinator(db, firm.id);
  const cookie = await pages.signedIn(coordinator.id);
  const page = await pages.visit("/firm", { cookie });
  for (const part of [
    "1 of 7 has attended.",
    "2 have yet to join",
    "1 has replays to watch",
    "2 have yet to pass the check",
    "1 has yet to sign",
    "2 of 2 replays watched, June 15, 2026",
    "Signed and attended June 17, 2026",
    "Not signed yet",
  ])
    expect(page.body.replaceAll("<!-- -->", "")).toContain(part);
  expect(page.body).not.toContain(attendance.number);
  const names = async (url: string) =>
    [...(await pages.visit(url, { cookie })).body.matchAll(/(\w+) Berg,/g)].map(([, name]) => name);
  expect(page.body).toContain('href="/firm?next=check"');
  expect(await names("/firm.csv?next=check")).toEqual(["Failed", "Watched"]);
  expect(await names("/firm.csv?next=attended")).toEqual(["Done"]);
  const csv = (await pages.visit("/firm.csv?next=attended", { cookie })).body;
  const [header, row] = csv.trim().split("\n");
  const cells = Object.fromEntries((header ?? "").split(",").map((name, at) => [name, row?.split(",")[at]]));
  expect(cells).toMatchObject({
    ...{ replays_watched: "2", replays: "2", next_step: "attended", certificate_number: attendance.number },
    attended_at: "2026-06-17T12:00:00.000Z",
  });

  const office = await makePartner(db, { firmId: firm.id, kind: "staff" });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values({ ...grant, revokedAt: null })));
  const staff = await pages.signedIn(office.id);
  const firms = await pages.visit("/program-office/firms", { cookie: staff });
  expect(firms.body).toContain("1 attended");
  const one = await pages.visit(`/program-office/firms/${firm.id}`, { cookie: staff });
  expect(one.body).toContain(`href="/program-office/firms/${firm.id}?next=signature"`);
});
