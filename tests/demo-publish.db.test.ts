import { expect, test } from "vitest";
import { dayMs } from "#app/features/demo/demo-timeline.ts";
import { publishDemoContent } from "#app/features/demo/publish-demo-content.server.ts";
import { findCurrentRelease } from "#app/features/programs/find-current-release.server.ts";
import { releases } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { testDatabase } from "./setup-database.ts";

const now = Date.UTC(2026, 10, 23);

test("the content is published once, dated before the demo's story, and then known without compiling it", async () => {
  await using db = await testDatabase();
  const app = { db, clock: { now: () => now }, env: readEnv({}), log: createLogger("silent") };
  let steps = 0;
  const count = () => {
    steps += 1;
  };
  expect(await publishDemoContent(app, count)).toEqual({ state: "published" });
  const [release] = await db.read.select({ publishedAt: releases.publishedAt }).from(releases);
  expect(release?.publishedAt).toBe(now - 76 * dayMs);
  expect(steps).toBeGreaterThan(0);
  steps = 0;
  expect(await publishDemoContent(app, count)).toEqual({ state: "current" });
  expect(steps).toBe(0);
  expect(await db.read.select({ id: releases.id }).from(releases)).toHaveLength(1);
});

test("an author who finds other content in force than what is written gets the written one", async () => {
  await using db = await testDatabase();
  const env = readEnv({ NODE_ENV: "development", CLEARED_AUTHORING: "1" });
  let clock = { now: () => now };
  const publish = () => publishDemoContent({ db, clock, env, log: createLogger("silent") }, () => {});
  expect(await publish()).toEqual({ state: "published" });
  const [written] = await db.read.select().from(releases);
  if (!written) throw new Error("Nothing was published.");
  const other = { ...written, id: "other", publishedAt: now + 1000 };
  await db.write(async (tx) => tx.insert(releases).values(other));
  clock = { now: () => now + 2000 };
  expect(await publish()).toEqual({ state: "published" });
  const inForce = await findCurrentRelease(db.read, written);
  expect(inForce).toMatchObject({ publishedAt: now + 2000, summary: written.summary });
});
