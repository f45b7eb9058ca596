import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messagesBounceCommand } from "#app/cli/commands/messages-bounce.ts";
import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { previewNotices } from "#app/features/notices/preview-notices.server.ts";
import { runNotices } from "#app/features/notices/run-notices.server.ts";
import { connect, type Database, messages, noticeRuns, notices, people, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { recordOutput } from "./fixtures/content/record-output.ts";
import { handClock } from "./learning-walk.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** A Tuesday, 10:00 in New York. */
const tuesday = Date.UTC(2026, 5, 16, 14);

async function worldOf({ endsAt, blastShare = 0.05 }: { endsAt: number; blastShare?: number }) {
  const db = await testDatabase();
  const release = await makeRelease(db);
  await setNoticeSettings({ db, clock: handClock(tuesday), enabled: true, policy: { blastShare }, by: "test" });
  await makeWave(db, { effectiveAt: endsAt - 14 * day, graceDays: 14 });
  return { db, release };
}

const readersOf = async (db: Database) =>
  (await db.read.select().from(messages)).map(({ personId, reason }) => `${personId} ${reason}`).sort();

test("nobody at all is nobody to mail", async () => {
  const { db } = await worldOf({ endsAt: tuesday + 7 * day });
  await using _ = db;
  expect(await runNotices({ db, at: tuesday })).toMatchObject({ state: "done", sent: 0, stopped: 0 });
  expect(await previewNotices(db, { at: tuesday })).toMatchObject({ population: 0, blast: false, examples: [] });
});

test("odd zones get their mail in their hours, and one that no machine knows in those of UTC, on pages too", async () => {
  const { db } = await worldOf({ endsAt: tuesday + 7 * day });
  await using _ = db;
  const zones = ["Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Chatham", "Mars/Olympus"];
  const those = [];
  for (const timeZone of zones) those.push(await makePerson(db, { timeZone }));
  const gotAt = new Map<string, string>();
  for (let at = tuesday - day; at < tuesday; at += 15 * 60_000) {
    await runNotices({ db, at });
    for (const { personId, step } of await db.read.select().from(messages))
      if (step === "before-7" && personId && !gotAt.has(personId))
        gotAt.set(personId, new Date(at).toISOString().slice(5, 16));
  }
  expect(those.map(({ id }) => gotAt.get(id))).toEqual([
    ...["06-15T21:30", "06-16T02:15", "06-15T19:00", "06-15T19:15", "06-16T08:00"],
  ]);
  const lost = those.at(-1);
  await using pages = await makePages(db, { clock: handClock(tuesday) });
  const home = await pages.visit("/", { cookie: await pages.signedIn(lost?.id ?? "") });
  expect([home.status, home.body.includes("(GMT")]).toEqual([200, true]);
});

test("overdue people whose manager has left, has no address, or leads in a circle are told to whoever can be reached", async () => {
  const { db } = await worldOf({ endsAt: tuesday - 8 * day });
  await using _ = db;
  const staff = { kind: "staff" as const };
  const top = await makePerson(db, staff);
  const left = await makePerson(db, { ...staff, managerEmployeeId: top.employeeId, leftAt: tuesday - day });
  const silent = await makePerson(db, { ...staff, managerEmployeeId: left.employeeId, email: null, emailKey: null });
  await makePerson(db, { managerEmployeeId: silent.employeeId });
  const one = await makePerson(db, { employeeId: "99900001", managerEmployeeId: "99900002" });
  const two = await makePerson(db, { employeeId: "99900002", managerEmployeeId: "99900001" });
  await makePerson(db, { employeeId: "99900003", managerEmployeeId: "99900003" });
  await makePerson(db, { managerEmployeeId: "nobody" });
  await runNotices({ db, at: tuesday });
  expect(await readersOf(db)).toEqual([`${top.id} digest`, `${one.id} digest`, `${two.id} digest`].sort());
});

test("a run that is killed in the middle: the next ones, two at once, tell the others, and nobody twice", async () => {
  const { db } = await worldOf({ endsAt: tuesday + 7 * day, blastShare: 1 });
  await using _ = db;
  for (let n = 0; n < 450; n++) await makePerson(db);
  if (db.engine === "sqlite") await db.close();
  const script = fileURLToPath(new URL("./run-notices-until-killed.ts", import.meta.url));
  const env = { ...process.env, DATABASE_URL: db.url, AT: String(tuesday), NODE_OPTIONS: "" };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(child, "close");
  const [here, other] = [db.engine === "sqlite" ? connect(db.url) : db, connect(db.url)];
  try {
    const told = async () => (await here.read.select({ mails: count() }).from(notices))[0]?.mails ?? 0;
    while ((await told()) === 0 && child.exitCode === null) await new Promise((resume) => setTimeout(resume, 2));
    child.kill("SIGKILL");
    expect((await ended)[1]).toBe("SIGKILL");
    const before = await told();
    expect([before > 0, before < 450]).toEqual([true, true]);
    const later = [15, 30].map((minutes, n) =>
      runNotices({ db: n === 0 ? here : other, at: tuesday + minutes * 60_000 }),
    );
    await Promise.all(later);
    const readers = await readersOf(here);
    expect([readers.length, new Set(readers).size]).toEqual([450, 450]);
    await runNotices({ db: here, at: tuesday + 2 * hour });
    const [lost] = await here.read.select().from(noticeRuns).where(eq(noticeRuns.startedAt, tuesday));
    expect([lost?.state, lost?.sent]).toEqual(["lost", before]);
  } finally {
    await other.close();
    if (here !== db) await here.close();
  }
}, 120_000);

test("a mail that cannot be written costs only itself, is named to the program office and comes once its cause is gone", async () => {
  const { db } = await worldOf({ endsAt: tuesday + 7 * day });
  await using _ = db;
  const office = await makePerson(db, { kind: "staff" });
  const grant = { id: newId(), personId: office.id, grantedAt: 0, grantedBy: "test", revokedAt: null };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values({ ...grant, role: "program_office" })));
  // No dates are written like that anywhere: the words of this mail throw.
  const [before, odd, after] = [await makePerson(db), await makePerson(db, { country: "U.S." }), await makePerson(db)];
  const mailed = async () => (await db.read.select().from(messages)).map(({ personId }) => personId).sort();
  expect(await runNotices({ db, at: tuesday })).toMatchObject({ state: "done", sent: 2, unwritten: 1 });
  expect(await mailed()).toEqual([before.id, after.id].sort());
  expect(await db.read.select().from(notices).where(eq(notices.personId, odd.id))).toEqual([]);

  const clock = handClock(tuesday + hour);
  await using pages = await makePages(db, { clock });
  const cookie = await pages.signedIn(office.id);
  const see = async () => (await pages.visit("/program-office/notices", { cookie })).body.replaceAll("<!-- -->", "");
  const page = await see();
  expect(page).toContain("1 mail could not be written, so it was not sent.");
  expect(page).toMatch(/7 days before, last tried on .*What went wrong: Incorrect locale information provided/s);
  expect(page).toContain(`>${odd.givenName} ${odd.familyName}</a>`);
  expect(page).toContain("1 mail could not be written<");
  expect(await runNotices({ db, at: tuesday + hour })).toMatchObject({ sent: 0, unwritten: 1 });
  await runNotices({ db, at: tuesday + hour + 15 * 60_000 });
  const later = await see();
  expect(later.match(/What went wrong/g)).toHaveLength(1);
  // The runs of the day that tried it again are one line under the one that sent something.
  expect([...later.matchAll(/1 mail could not be written</g)]).toHaveLength(2);
  expect(later).toContain("Tried by 2 runs in a row, from ");

  await db.write(async (tx) => void (await tx.update(people).set({ country: "US" }).where(eq(people.id, odd.id))));
  expect(await runNotices({ db, at: tuesday + 2 * hour })).toMatchObject({ sent: 1, unwritten: 0 });
  expect(await mailed()).toEqual([before.id, odd.id, after.id].sort());
  expect(await see()).not.toContain("What went wrong");
  await setNoticeSettings({ db, clock, enabled: false, by: "test" });
  const off = await see();
  expect(off).toContain("3 mails that were written before are held back.");
  expect(off).toContain("Nudges by managers and mails about accounts");
  const outbox = await pages.visit("/program-office/messages", { cookie });
  expect(outbox.body).toContain("3 of the mails that wait are held back while reminders are turned off.");
  const [, summary] = (await db.read.select().from(noticeRuns)).map((run) => run.summary);
  expect(summary?.unwritten).toMatchObject({ mails: 1, first: [{ toPersonId: odd.id, step: "before-7" }] });
});

test("a clock that is set back tells nobody twice", async () => {
  const { db } = await worldOf({ endsAt: tuesday + 7 * day });
  await using _ = db;
  await makePerson(db);
  for (const at of [tuesday, tuesday - day, tuesday - 2 * day, tuesday + hour, tuesday - 30 * day])
    await runNotices({ db, at });
  const steps = (await db.read.select().from(messages)).map(({ step }) => step);
  expect(steps).toEqual(["before-7"]);
});

test("a report that cannot be read is said in plain words", async () => {
  const { output } = recordOutput();
  const app = () => Promise.reject(new Error("No database is needed."));
  const run = messagesBounceCommand.run({ positionals: ["/no/such/file"], values: {}, output, app });
  await expect(run).rejects.toThrow("There is no file /no/such/file that can be read.");
});
