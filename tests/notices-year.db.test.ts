import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { composeMails } from "#app/features/notices/compose-mails.ts";
import { dueLines } from "#app/features/notices/due-lines.ts";
import { dayText, isOpen, localClock } from "#app/features/notices/local-clock.ts";
import { lineKey, tellingOf } from "#app/features/notices/notice-line.ts";
import { defaultNoticePolicy as policy } from "#app/features/notices/notice-policy.ts";
import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { readNoticePeople } from "#app/features/notices/read-notice-people.server.ts";
import { runNotices } from "#app/features/notices/run-notices.server.ts";
import { toldSteps } from "#app/features/notices/told-steps.ts";
import { messages, notices, people } from "#app/platform/db.server.ts";
import { handClock } from "./learning-walk.ts";
import { certify, makeHold, makeOverride, makeWave } from "./make-claim-facts.ts";
import { makeRandom } from "./make-notice-world.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const zones = ["America/New_York", "America/Denver", "Europe/Berlin", "America/Sao_Paulo"];

test("a year of 40 people with a run each day: what is stored is what the rules say, once", async () => {
  await using db = await testDatabase();
  const start = Date.UTC(2026, 2, 2, 15);
  const clock = handClock(start);
  const random = makeRandom(11);
  const release = await makeRelease(db);
  await setNoticeSettings({ db, clock, enabled: true, by: "test" });
  await makeWave(db, { effectiveAt: start + 20 * day, graceDays: 14 });
  const team: Awaited<ReturnType<typeof makePerson>>[] = [];
  for (let n = 0; n < 40; n++) {
    const manager = n === 0 ? null : (team[Math.floor(random() * Math.min(n, 6))]?.employeeId ?? null);
    team.push(await makePerson(db, { managerEmployeeId: manager, timeZone: zones[n % zones.length] ?? "UTC" }));
  }
  const change = (id: string, set: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(set).where(eq(people.id, id))));
  const told = new Set<string>();
  const steps = toldSteps();
  const mailed = new Set<string>();
  const expected: string[] = [];
  for (let now = start; now < start + 365 * day; now += day) {
    const one = team[Math.floor(random() * team.length)];
    const chance = random();
    if (one && chance < 0.3)
      await certify(db, { personId: one.id, releaseId: release.id, validFrom: now, validUntil: now + 90 * day });
    else if (one && chance < 0.36) await change(one.id, { onLeave: chance < 0.33 });
    else if (one && chance < 0.38) await makeHold(db, { personId: one.id, openedAt: now, liftedAt: now + 9 * day });
    else if (one && chance < 0.4)
      await makeOverride(db, { personId: one.id, grantedAt: now, validFrom: now, validUntil: now + 40 * day });
    else if (one && chance < 0.41) await change(one.id, { leftAt: now });
    else if (one && chance < 0.43) await change(one.id, { managerEmployeeId: team[1]?.employeeId ?? null });
    if (now === start + 150 * day)
      await makeWave(db, { effectiveAt: now + 10 * day, graceDays: 30, countries: ["US"] });
    const everybody = await readNoticePeople(db, () => now);
    const mails = composeMails(dueLines({ people: everybody, moment: () => now, policy }), {
      has: (line) => steps.has(tellingOf(line)),
      mailedOn: (id, on) => mailed.has(`${id} ${on}`),
    });
    for (const { to, kind, day: on, lines } of mails) {
      for (const line of lines) {
        told.add(lineKey(line));
        steps.add(tellingOf(line));
      }
      mailed.add(`${to.id} ${on}`);
      expected.push(`${to.id} ${dayText(on)} ${kind}`);
    }
    await runNotices({ db, at: now });
  }
  const stored = await db.read.select().from(messages);
  expect(
    stored.map(({ personId, onceKey, reason }) => `${personId} ${onceKey.split("/")[2]} ${reason}`).sort(),
  ).toEqual(expected.sort());
  expect(stored.length).toBeGreaterThan(200);
  const keys = (await db.read.select().from(notices)).map((row) => `${row.personId} ${row.occasion} ${row.step}`);
  expect(keys.sort()).toEqual([...told].sort());
  const zoneOf = new Map(team.map(({ id, timeZone }) => [id, timeZone]));
  for (const { personId, createdAt } of stored)
    expect(isOpen(localClock(createdAt, zoneOf.get(personId ?? "") ?? ""), policy)).toBe(true);
}, 120_000);
