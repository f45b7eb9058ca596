import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Command, type CommandInput, UsageError } from "#app/cli/command.ts";
import { noticesPolicyCommand } from "#app/cli/commands/notices-policy.ts";
import { noticesOnCommand } from "#app/cli/commands/notices-switch.ts";
import { confirmRun } from "#app/features/notices/confirm-run.server.ts";
import { defaultNoticePolicy } from "#app/features/notices/notice-policy.ts";
import { getNoticeSettings, setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { nudgePeople } from "#app/features/notices/nudge-people.server.ts";
import { previewPolicy } from "#app/features/notices/preview-policy.server.ts";
import { runNotices } from "#app/features/notices/run-notices.server.ts";
import {
  messages,
  type NoticePolicy,
  noticeRuns,
  noticeSettings,
  nudges,
  roleGrants,
} from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { recordOutput } from "./fixtures/content/record-output.ts";
import { handClock } from "./learning-walk.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const day = 86_400_000;
/** A Tuesday, 10:00 in New York. */
const tuesday = Date.UTC(2026, 5, 16, 14);

async function makeOffice(db: TestDatabase) {
  const office = await makePerson(db, { kind: "staff", givenName: "Olive" });
  const grant = { id: newId(), personId: office.id, grantedAt: 0, grantedBy: "test", revokedAt: null };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values({ ...grant, role: "program_office" })));
  return office;
}

test("the program office sees what other rules would do, saves them once, and who changed what stays on record", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  await makeRelease(db);
  await makeWave(db, { effectiveAt: tuesday - 4 * day, graceDays: 14, countries: ["US"] });
  await using pages = await makePages(db, { clock });
  const office = await makeOffice(db);
  for (let n = 0; n < 3; n++) await makePerson(db);
  const cookie = await pages.signedIn(office.id);
  const url = "/program-office/notices/rules";
  const see = async (query = "") =>
    (await pages.visit(url + query, { cookie })).body.replaceAll("<!-- -->", "").replaceAll(" ", " ");
  const first = await see();
  expect(first).toContain("The rules are as they were from the beginning.");
  expect(first).toContain('value="30, 14, 7, 3, 1, 0"');
  expect(first).not.toMatch(/<script|undefined|policy\./);
  const usual = {
    ...{ before: "30, 14, 7, 3, 1, 0", managerAfter: "7", upperAfter: "14", lateDays: "6", open: "08:00" },
    ...{ close: "18:00", weekdays: "1,2,3,4,5", digestWeekday: "1", digestFrom: "08:00", digestLateDays: "2" },
    ...{ blastShare: "5", fewOnly: "50", nudgesAWeek: "1", basedOn: "" },
  };
  const post = async (form: Record<string, string>) => {
    const answer = await pages.visit(url, { cookie, form: { ...usual, ...form } });
    return { ...answer, body: answer.body.replaceAll("<!-- -->", "") };
  };
  // Ten days are left: the step of fourteen is the latest that has come.
  const preview = await post({ intent: "preview", before: "30, 10, 0" });
  expect([preview.status, preview.body.includes("10 days before"), preview.body.includes("14 days before")]).toEqual([
    ...[200, true, true],
  ]);
  const same = await post({ intent: "preview" });
  expect(same.body).toContain("Nothing differs in the next run: 3 of 4 people would get a mail.");
  // Seven days before is a Friday, and what is the day before of others is not of them: the days are those of the runs.
  const ahead = await previewPolicy(db, { now: tuesday, policy: { ...defaultNoticePolicy, before: [30, 7, 0] } });
  expect(ahead.days.map(({ day, mails }) => `${day} ${mails.asIs} ${mails.changed}`)).toEqual([
    ...["2026-06-16 3 3", "2026-06-17 0 0", "2026-06-18 0 0", "2026-06-19 3 3", "2026-06-20 0 0", "2026-06-21 0 0"],
    "2026-06-22 0 0",
  ]);
  expect(preview.body).toContain("The coming days");
  const night = await post({ intent: "preview", open: "20:00", close: "22:00", digestFrom: "20:00" });
  expect(night.body).toContain("0 of 4 people would get a mail, instead of 3.");
  expect(await db.read.select().from(messages)).toEqual([]);
  expect(await db.read.select().from(noticeSettings)).toEqual([]);

  const wrong = await post({ intent: "save", close: "07:00", before: "soon", managerAfter: "20" });
  expect(wrong.status).toBe(422);
  for (const said of ["later than the beginning", "such as 30, 14, 7", "later than the mail to the manager", "soon"])
    expect(wrong.body).toContain(said);
  expect((await post({ intent: "else" })).status).toBe(422);
  expect((await post({ intent: "save" })).location).toBe(`${url}?done=same`);
  const saved = await Promise.all([1, 2].map(() => post({ intent: "save", open: "09:00", blastShare: "2.5" })));
  expect(saved.map(({ status }) => status).sort()).toEqual([302, 409]);
  expect((await getNoticeSettings(db.read)).policy).toEqual({ ...defaultNoticePolicy, open: 540, blastShare: 0.025 });
  expect((await getNoticeSettings(db.read)).enabled).toBe(false);
  const stale = await post({ intent: "save", open: "10:00" });
  expect([stale.status, stale.body.includes("Somebody else changed the rules meanwhile.")]).toEqual([409, true]);
  const history = await see("?done=saved");
  expect(history).toMatch(/by Olive Tester \d+/);
  expect(history).toMatch(/Mail goes out from: 8:00.AM, then 9:00.AM/);
  expect(history).toContain("Share of all people, in percent: 5%, then 2.5%");
  expect(await see("?defaults=1")).toContain('value="08:00"');
  // Switches and rules are told apart.
  expect((await pages.visit("/program-office/notices", { cookie })).body).toContain("They have never been on.");
  expect((await pages.visit("/program-office/notices", { cookie })).body).not.toContain("Turned on and off");
  const rep = await makePerson(db);
  const refused = await pages.visit(url, { cookie: await pages.signedIn(rep.id), form: { ...usual, intent: "save" } });
  expect(refused.status).toBe(403);
});

test("rules that change while a run waits: its plan is over, and nobody is told twice or forgotten", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  await makeRelease(db);
  await setNoticeSettings({ db, clock, enabled: true, by: "test" });
  await makeWave(db, { effectiveAt: tuesday - 4 * day, graceDays: 14, countries: ["US"] });
  for (let n = 0; n < 55; n++) await makePerson(db);
  const stopped = await runNotices({ db, at: tuesday });
  if (stopped.state !== "done") throw new Error("It did not run.");
  expect(stopped).toMatchObject({ sent: 0, stopped: 55 });
  const change = (policy: Partial<NoticePolicy>) => setNoticeSettings({ db, clock, policy, by: "test" });
  expect(await change({ fewOnly: 50 })).toBe(false);
  expect(await change({ fewOnly: 100 })).toBe(true);
  await expect(confirmRun({ db, clock, runId: stopped.runId, by: "test" })).rejects.toThrow("does not wait any more");
  expect(await runNotices({ db, at: tuesday + day / 96 })).toMatchObject({ sent: 55, stopped: 0 });
  await change({ before: [30, 15, 7, 0] });
  expect(await runNotices({ db, at: tuesday + day })).toMatchObject({ sent: 0 });
  expect(await runNotices({ db, at: tuesday + 3 * day })).toMatchObject({ sent: 55 });
  const [run] = await db.read.select().from(noticeRuns).where(eq(noticeRuns.id, stopped.runId));
  expect(run?.state).toBe("lapsed");
  await expect(change({ weekdays: [] })).rejects.toMatchObject({ code: "validation-failed" });
});

test("a policy that was stored before a rule was known has it as it is by default; nudges are as many as it says", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  await makeRelease(db);
  await makeWave(db);
  const { nudgesAWeek: _, digestFrom: __, ...old } = defaultNoticePolicy;
  const row = { id: newId(), enabled: true, policy: { ...old, open: 450 } as NoticePolicy, at: 1, by: "test" };
  await db.write(async (tx) => void (await tx.insert(noticeSettings).values(row)));
  expect((await getNoticeSettings(db.read)).policy).toEqual({ ...defaultNoticePolicy, open: 450 });
  await setNoticeSettings({ db, clock, policy: { nudgesAWeek: 2 }, by: "test" });
  const [boss, rep] = [await makePerson(db, { kind: "staff" }), await makePerson(db)];
  const nudge = () =>
    nudgePeople({ db, clock, batchId: newId(), by: { id: boss.id, name: "Bo" }, words: null, personIds: [rep.id] });
  for (let n = 0; n < 3; n++) await nudge();
  clock.pass(7 * day);
  await nudge();
  const outcomes = await db.read.select().from(nudges).where(eq(nudges.personId, rep.id)).orderBy(nudges.at);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["recent", "sent", "sent", "sent"]);
  const [mail] = await db.read.select().from(messages);
  expect(mail?.content.reasonLine).toContain("Nobody gets more than 2 such mails in 7 days.");
});

test("the commands show, preview and change the rules; wrong ones are wrong usage, each named", async () => {
  await using db = await testDatabase();
  const clock = handClock(tuesday);
  await makeRelease(db);
  await makeWave(db, { effectiveAt: tuesday - 4 * day, graceDays: 14 });
  await makePerson(db);
  const run = async (command: Command, values: CommandInput["values"] = {}) => {
    const { output, lines } = recordOutput();
    const app = async () => ({ db, clock, env: readEnv({}), log: createLogger("silent") });
    const code = await command.run({ positionals: [], values, output, app });
    return { code, said: lines.join("\n") };
  };
  expect((await run(noticesPolicyCommand)).said).toContain("Days before the end: 30, 14, 7, 3, 1, 0");
  const preview = await run(noticesPolicyCommand, { preview: true, before: "10,0" });
  expect(preview.said).toMatch(/1 +0 +before-14\n +0 +1 +before-10\n +1 +1 +all/);
  expect((await getNoticeSettings(db.read)).at).toBe(null);
  const changed = await run(noticesPolicyCommand, { hours: "9-17", "digest-hour": "10", by: "Olive" });
  expect(changed.said).toContain(
    "by Olive:\n  Mail goes out from: 08:00, then 09:00\n  Mail goes out until: 18:00, then 17:00\n  Not sent before: 08:00, then 10:00",
  );
  await run(noticesOnCommand, { "nudges-a-week": "3" });
  expect(await getNoticeSettings(db.read)).toMatchObject({
    ...{ enabled: true, policy: { nudgesAWeek: 3, open: 540, digestFrom: 600 } },
  });
  expect((await run(noticesPolicyCommand, { defaults: true })).said).toContain("Not sent before: 10:00, then 08:00");
  for (const [values, said] of [
    [{ hours: "9" }, "--hours is a span"],
    [{ hours: "18-8" }, "--hours: This has to be later than the beginning."],
    [
      { weekdays: "1,8", "blast-share": "0" },
      "--weekdays are numbers from 1 (Monday) to 7, such as 1,2,3,4,5.\n--blast-share: Give a share",
    ],
    [{ "manager-after": "x" }, "--manager-after: Give a whole number from 1 to 90."],
  ] as const) {
    const wrong = await run(noticesPolicyCommand, values).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(UsageError);
    expect((wrong as Error).message).toContain(said);
  }
});
