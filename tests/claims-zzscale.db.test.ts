import { sql } from "drizzle-orm";
import { test } from "vitest";
import { checkClaimRight, checkClaimRights } from "#app/features/claims/check-claim-right.server.ts";
import { people, personVersions, registrations, certifications } from "#app/platform/db.server.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";
test("scale", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const base = await makePerson(db);
  const N = 40000;
  await db.write(async (tx) => {
    for (let n = 0; n < N; n += 500) {
      const ids = Array.from({ length: 500 }, (_, k) => n + k);
      await tx.insert(people).values(ids.map((k) => ({ ...base, id: `p${k}`, employeeId: `e${k}` })));
      await tx.insert(personVersions).values(ids.map((k) => ({ id: `v${k}`, personId: `p${k}`, validFrom: 0, recordedAt: 0, importId: null, kind: "rep" as const, country: "US", managerEmployeeId: null, leftAt: null, onLeave: false, timeZone: "UTC" })));
      const some = ids.filter((k) => k % 3);
      await tx.insert(registrations).values(some.map((k) => ({ id: `r${k}`, personId: `p${k}`, programId: release.programId, editionId: release.editionId, cycle: 1, path: "initial" as const, openedAt: 0 })));
      await tx.insert(certifications).values(some.map((k) => ({ id: `c${k}`, registrationId: `r${k}`, personId: `p${k}`, programId: release.programId, editionId: release.editionId, releaseId: release.id, number: `n${k}`, validFrom: 0, validUntil: 1e12 })));
    }
  });
  for (const analyzed of [false, true]) {
    if (analyzed) await db.write(async (tx) => void (await db.rows(tx, sql.raw("ANALYZE")).catch(() => {})));
    for (const kind of ["certified", "denied"]) {
      let n = 0; const t = performance.now(); const c0 = process.cpuUsage();
      await Promise.all(Array.from({ length: 8 }, async () => { while (performance.now() - t < 2000) { const k = ((n++ * 7919) % (N / 3 - 1)) | 0; await checkClaimRight({ db, employeeId: `e${k * 3 + (kind === "certified" ? 1 : 0)}`, at: 1000, now: 1000 }); } }));
      const c = process.cpuUsage(c0);
      console.log(analyzed, kind, Math.round(n / 2), "/s", Math.round((c.user + c.system) / n), "us");
    }
    const t = performance.now();
    await checkClaimRights({ db, employeeIds: Array.from({ length: 1000 }, (_, k) => `e${k * 37}`), at: 1000, now: 1000 });
    console.log("batch 1000", Math.round(performance.now() - t), "ms");
  }
}, 120000);
