import fc from "fast-check";
import { expect, test } from "vitest";
import { checkClaimRight, checkClaimRights } from "#app/features/claims/check-claim-right.server.ts";
import type { ClaimRight } from "#app/features/claims/claim-right-answer.ts";
import type { Database, Handle } from "#app/platform/db.server.ts";
import { certify, makeHold, makeOverride, makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const now = Date.UTC(2011, 10, 1);

/** The answer without the id of its decision, which is never the same. */
function plain({ decisionId, ...right }: ClaimRight) {
  expect(decisionId).toMatch(/^[0-9a-f-]{36}$/);
  return right;
}

test("many at once get the answers that each would get alone, with as many queries as for one", async () => {
  await using db = await testDatabase();
  const [first, second] = [
    await makeRelease(db),
    await makeRelease(db, { editionId: "2012-02", publishedAt: 40 * day }),
  ];
  await makeWave(db, { effectiveAt: 10 * day, graceDays: 10, countries: ["US", "DE"] });
  await makeWave(db, { effectiveAt: 50 * day, graceDays: 5, editionId: "2012-02", countries: ["DE"] });
  await makeWave(db, { effectiveAt: 55 * day, mode: "shadow", editionId: "2012-02", countries: ["US"] });
  const boss = await makePerson(db, { country: "FR" });
  const ids = [boss.employeeId ?? "", "00000000"];
  for (let n = 0; n < 24; n++) {
    const rep = await makePerson(db, {
      country: ["US", "DE", "FR"][n % 3] ?? "US",
      leftAt: n % 8 === 7 ? 30 * day : null,
      managerEmployeeId: n % 2 === 0 ? boss.employeeId : null,
    });
    ids.push(rep.employeeId ?? "");
    if (n % 3 !== 2) {
      const { id: releaseId, editionId } = n % 4 === 0 ? second : first;
      await certify(db, { personId: rep.id, releaseId, editionId, validFrom: n * day, validUntil: (n + 30) * day });
    }
    if (n % 7 === 0) await makeHold(db, { personId: rep.id, openedAt: n * day, liftedAt: n % 2 ? 60 * day : null });
    if (n % 5 === 0) await makeOverride(db, { personId: rep.id, validUntil: 65 * day });
  }
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(ids, { minLength: 1 }),
      fc.integer({ min: 0, max: 70 }),
      fc.integer({ min: 0, max: 70 }),
      async (employeeIds, askedDay, today) => {
        const times = { at: askedDay * day, now: today * day };
        const list = await checkClaimRights({ db, employeeIds, ...times });
        const alone = [];
        for (const employeeId of employeeIds) alone.push(await checkClaimRight({ db, employeeId, ...times }));
        expect(list.map(plain)).toEqual(alone.map(plain));
      },
    ),
    { numRuns: 40 },
  );
  const queries = async (employeeIds: string[]) => {
    const { handle, count } = countingHandle(db);
    await checkClaimRights({ db, handle, employeeIds, at: 70 * day, now: 70 * day });
    return count();
  };
  expect(await queries(ids)).toBeLessThanOrEqual(9);
  expect(await checkClaimRights({ db, employeeIds: [], at: now, now })).toEqual([]);
  await expect(checkClaimRights({ db, employeeIds: Array(1001).fill("1"), at: now, now })).rejects.toThrow(
    "at most 1000",
  );
});

test("a thousand people are answered at once", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makeWave(db);
  const rep = await makePerson(db);
  const employeeIds = Array.from({ length: 1000 }, (_, n) => (n === 500 ? (rep.employeeId ?? "") : `x${n}`));
  const rights = await checkClaimRights({ db, employeeIds, at: now, now });
  expect(rights[500]).toMatchObject({ personId: rep.id, reasons: ["NOT_CERTIFIED"] });
  expect(rights.filter((right) => right.reasons[0] === "UNKNOWN_PERSON")).toHaveLength(999);
});

function countingHandle(db: Database): { handle: Handle; count: () => number } {
  let selects = 0;
  const handle = new Proxy(db.read, {
    get: (target, key) => {
      const member = Reflect.get(target, key);
      if (key !== "select" || typeof member !== "function") return member;
      return (...given: unknown[]) => {
        selects += 1;
        return member.apply(target, given);
      };
    },
  });
  return { handle, count: () => selects };
}
