import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { throttles } from "#app/platform/db.server.ts";
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

test("a write inside a write is refused", async () => {
  await using db = await testDatabase();
  await expect(db.write(() => db.write(async () => 1))).rejects.toThrow("inside a write");
});

test("rows answers a hand-written query", async () => {
  await using db = await testDatabase();
  expect(await db.rows<{ n: number }>(db.read, sql`select 1 as n`)).toEqual([{ n: 1 }]);
});
