import { test } from "vitest";
import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import { recordDealClaim } from "#app/features/claims/record-deal-claim.server.ts";
import { certify, dealInput, makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

test("perf", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const reps = [];
  for (let n = 0; n < 50; n++) {
    const rep = await makePerson(db);
    reps.push(rep);
    await certify(db, { personId: rep.id, releaseId: release.id, validFrom: 1, validUntil: 1e12 });
  }
  const now = 1000;
  for (const width of [1, 16]) {
    const t = performance.now();
    let n = 0;
    const c0 = process.cpuUsage();
    await Promise.all(
      Array.from({ length: width }, async () => {
        while (performance.now() - t < 3000) {
          const r = reps[n++ % 50]!;
          await checkClaimRight({ db, employeeId: r.employeeId!, at: now, now });
        }
      }),
    );
    const c = process.cpuUsage(c0);
    console.log("checks/s", width, Math.round(n / 3), "us cpu each", Math.round((c.user + c.system) / n));
  }
  for (const width of [1, 32]) {
    const t = performance.now();
    let n = 0;
    const c0 = process.cpuUsage();
    await Promise.all(
      Array.from({ length: width }, async () => {
        while (performance.now() - t < 3000) {
          const r = reps[n++ % 50]!;
          await recordDealClaim({ db, clock: { now: () => now }, personId: r.id, input: dealInput(), channel: "api" });
        }
      }),
    );
    const c = process.cpuUsage(c0);
    console.log("claims/s", width, Math.round(n / 3), "us cpu each", Math.round((c.user + c.system) / n));
  }
}, 60000);
