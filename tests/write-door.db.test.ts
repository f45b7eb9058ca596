import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, throttles } from "#app/platform/db.server.ts";
import { testDatabase } from "./setup-database.ts";

test("a failing write rolls back alone among many that share a commit", async () => {
  await using db = await testDatabase();
  const writes = Array.from({ length: 40 }, (_, n) =>
    db.write(async (tx) => {
      await tx.insert(throttles).values({ key: `k${n}`, points: n, expiresAt: 0 });
      if (n % 4 === 0) throw new Error("no");
      return n;
    }),
  );
  const settled = await Promise.allSettled(writes);
  expect(settled.filter((one) => one.status === "rejected")).toHaveLength(10);
  const rows = await db.read.select({ points: throttles.points }).from(throttles);
  expect(rows.map((row) => row.points).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, n) => n).filter((n) => n % 4 !== 0),
  );
});

test("a counter read and written back by many at once loses nothing", async () => {
  await using db = await testDatabase();
  await db.write(async (tx) => void (await tx.insert(throttles).values({ key: "c", points: 0, expiresAt: 0 })));
  await Promise.all(
    Array.from({ length: 25 }, () =>
      db.write(async (tx) => {
        const [row] = await tx.select().from(throttles).where(eq(throttles.key, "c"));
        await tx
          .update(throttles)
          .set({ points: (row?.points ?? 0) + 1 })
          .where(eq(throttles.key, "c"));
      }),
    ),
  );
  expect((await db.read.select().from(throttles))[0]?.points).toBe(25);
});

test("many writes that read what every other one changes all come through", async () => {
  await using db = await testDatabase();
  await db.write(async (tx) => void (await tx.insert(throttles).values({ key: "c", points: 0, expiresAt: 0 })));
  await Promise.all(
    Array.from({ length: 120 }, (_, n) =>
      db.write(async (tx) => {
        const all = await tx.select({ points: throttles.points }).from(throttles);
        const points = Math.max(...all.map((row) => row.points)) + 1;
        await tx.insert(throttles).values({ key: `c${n}`, points, expiresAt: 0 });
      }),
    ),
  );
  const rows = await db.read.select({ points: throttles.points }).from(throttles).orderBy(throttles.points);
  expect(rows.map((row) => row.points)).toEqual(Array.from({ length: 121 }, (_, n) => n));
});

test("a write inside a write is refused", async () => {
  await using db = await testDatabase();
  await expect(db.write(() => db.write(async () => 1))).rejects.toThrow("inside a write");
});

test("rows answers a hand-written query", async () => {
  await using db = await testDatabase();
  expect(await db.rows<{ n: number }>(db.read, sql`select 1 as n`)).toEqual([{ n: 1 }]);
});

test("a commit that fails is not taken for done, and the next write works", async () => {
  await using db = await testDatabase();
  const orphan = db.write(async (tx) => {
    // Put off to the commit, the missing person makes the commit itself fail; PostgreSQL checks at once.
    if (db.engine === "sqlite") await db.rows(tx, sql`pragma defer_foreign_keys = on`).catch(() => []);
    await tx.insert(accounts).values({ personId: "nobody", passwordHash: "x", mustChange: false, changedAt: 1 });
  });
  await expect(orphan).rejects.toThrow(db.engine === "sqlite" ? "leaves it open" : "Failed query");
  await db.write(async (tx) => void (await tx.insert(throttles).values({ key: "after", points: 1, expiresAt: 0 })));
  expect(await db.read.select({ key: throttles.key }).from(throttles)).toEqual([{ key: "after" }]);
  expect(await db.read.select().from(accounts)).toEqual([]);
});
