import { expect, test } from "vitest";
import { runScheduledWork } from "#app/features/work/run-scheduled-work.server.ts";
import { idempotencyKeys, sessions, throttles } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { schedule } from "#app/routes/background/schedule.server.ts";
import { handClock } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23, 12);

test("the purges take what nobody reads any more, and nothing else; when they ran is shown", async () => {
  await using db = await testDatabase();
  const app = { db, clock: handClock(now), env: readEnv({}), log: createLogger("silent") };
  const { id: personId } = await makePerson(db);
  const key = { ownerId: "crm", requestHash: "h", status: 201, responseBody: "{}" };
  await db.write(async (tx) => {
    await tx.insert(idempotencyKeys).values([
      { ...key, key: "old", createdAt: now - 31 * day },
      { ...key, key: "new", createdAt: now - 29 * day },
    ]);
    await tx.insert(sessions).values([
      { id: "over", personId, createdAt: 0, expiresAt: now },
      { id: "open", personId, createdAt: 0, expiresAt: now + 1 },
    ]);
    await tx.insert(throttles).values([
      { key: "over", points: 1, expiresAt: now },
      { key: "open", points: 1, expiresAt: now + 1 },
    ]);
  });
  const { signal } = new AbortController();
  for (const work of schedule) expect(await runScheduledWork(app, { work, signal }), work.name).toBe(true);
  expect(await db.read.select({ key: idempotencyKeys.key }).from(idempotencyKeys)).toEqual([{ key: "new" }]);
  expect(await db.read.select({ id: sessions.id }).from(sessions)).toEqual([{ id: "open" }]);
  expect(await db.read.select({ key: throttles.key }).from(throttles)).toEqual([{ key: "open" }]);
  await using pages = await makePages(db, { clock: app.clock });
  const anyone = await pages.visit("/program-office/schedule", { cookie: await pages.signedIn(personId) });
  expect(anyone.status).toBe(403);
});
