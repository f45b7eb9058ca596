import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkClaims } from "#app/features/claims/check-claims.server.ts";
import { recordDealClaim } from "#app/features/claims/record-deal-claim.server.ts";
import { claimRefusals, connect, dealClaims } from "#app/platform/db.server.ts";
import { certify, dealInput, makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const callers = 32;

test("what was acknowledged before the process was killed is there, once, with its decision", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const ids: string[] = [];
  for (let n = 0; n < 10; n++) {
    const { id } = await makePerson(db);
    ids.push(id);
    // Half of them may not claim, so that refusals are written in between.
    const validUntil = n % 2 === 0 ? Number.MAX_SAFE_INTEGER : 2;
    await certify(db, { personId: id, releaseId: release.id, validFrom: 1, validUntil });
  }
  // Nobody else may have the file open: the next one to open it then finds it as the killed process left it.
  if (db.engine === "sqlite") await db.close();

  const acknowledged: string[] = [];
  for (const enough of [300, 200]) {
    acknowledged.push(...(await claimUntil(enough, db.url)));
    const reopened = connect(db.url);
    try {
      if (reopened.engine === "sqlite") {
        expect(await reopened.rows(reopened.read, sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: "ok" }]);
        expect(await reopened.rows(reopened.read, sql`PRAGMA foreign_key_check`)).toEqual([]);
      }
      const stored = await reopened.read.select().from(dealClaims);
      const storedIds = new Set(stored.map((claim) => claim.id));
      expect(storedIds.size).toBe(stored.length);
      expect(acknowledged.filter((id) => !storedIds.has(id))).toEqual([]);
      // What is stored beyond that was on its way when the process ended: at most one claim a caller and kill.
      expect(stored.length - acknowledged.length).toBeLessThanOrEqual(2 * callers);
      expect(await checkClaims(reopened, stored)).toEqual([]);
      const refused = await reopened.read.select().from(claimRefusals);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.filter((refusal) => refusal.decision.outcome !== "deny")).toEqual([]);
      const clock = { now: () => Date.now() };
      const next = { db: reopened, clock, personId: ids[0] ?? "", input: dealInput(), channel: "web" as const };
      const after = await recordDealClaim(next);
      if (after.status !== "recorded") throw new Error("Nothing can be claimed after the crash.");
      acknowledged.push(after.claim.id);
    } finally {
      await reopened.close();
    }
  }
}, 120_000);

/** Starts a process that claims, kills it without warning after so many acknowledged claims, and answers with them. */
async function claimUntil(enough: number, url: string): Promise<string[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./claim-until-killed.ts", import.meta.url))], {
    env: { ...process.env, DATABASE_URL: url, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let failed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    failed += text;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.split("\n").length > enough) child.kill("SIGKILL");
  });
  const [code, signal] = await once(child, "close");
  expect({ code, signal, failed }).toEqual({ code: null, signal: "SIGKILL", failed: "" });
  // A line without its end was being said when the process ended.
  return said.split("\n").slice(0, -1);
}
