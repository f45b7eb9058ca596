import { expect, test } from "vitest";
import type { Wave } from "../waves/wave-applies.ts";
import { type ChangeFacts, changesSince } from "./changes-since.ts";

const nothing: ChangeFacts = {
  audience: { kind: "rep", country: "PL" },
  evidence: [],
  overrides: [],
  waves: [],
  certifications: [],
  lessons: null,
  claims: [],
  booster: null,
  manager: null,
};
const day = 86_400_000;
const [since, now] = [100 * day, 200 * day];
const wave: Wave = {
  id: "w",
  editionId: "2011-07",
  countries: ["PL"],
  kinds: ["rep"],
  effectiveAt: 150 * day,
  graceDays: 14,
  mode: "enforce",
  createdAt: 90 * day,
  withdrawnAt: null,
};
const certified = [{ validFrom: 0, validUntil: 300 * day }];
const evidence = (at: number, body: ChangeFacts["evidence"][number]["body"]) => [{ at, body }];
const lift = { kind: "hold_lifted", holdId: "h", reason: "r", by: "b" } as const;

const table: [name: string, facts: Partial<ChangeFacts>, kinds: string][] = [
  ["nothing", {}, ""],
  ["the instant of the last visit is old", { evidence: evidence(since, lift) }, ""],
  ["this instant is new", { evidence: evidence(now, lift) }, "hold_lifted"],
  ["the future is not yet", { evidence: evidence(now + 1, lift) }, ""],
  ["own practice is no news", { evidence: evidence(now, { kind: "lesson_read", moduleId: "m" }) }, ""],
  ["an override that ran out", { overrides: [{ validUntil: 150 * day, endedAt: null }] }, "override_ended"],
  ["one that was ended says so by its evidence", { overrides: [{ validUntil: 150 * day, endedAt: 1 }] }, ""],
  ["an override that runs", { overrides: [{ validUntil: 250 * day, endedAt: null }] }, ""],
  ["a wave came into force and its grace ended", { waves: [wave] }, "grace_ended wave_in_force"],
  ["grace is no matter to the certified", { waves: [wave], certifications: certified }, "wave_in_force"],
  ["a wave announced", { waves: [{ ...wave, createdAt: 120 * day, effectiveAt: 250 * day }] }, "wave_announced"],
  ["known before", { waves: [{ ...wave, effectiveAt: 250 * day }] }, ""],
  ["a trial", { waves: [{ ...wave, mode: "shadow" }] }, "wave_in_force_trial"],
  ["a wave withdrawn", { waves: [{ ...wave, withdrawnAt: 160 * day }] }, "wave_withdrawn"],
  ["a wave for others", { waves: [{ ...wave, countries: ["DE"] }] }, ""],
  [
    "entered after its date",
    { waves: [{ ...wave, effectiveAt: 50 * day, graceDays: 0, createdAt: 130 * day }] },
    "wave_in_force",
  ],
  ["lessons", { lessons: { publishedAt: 150 * day, titles: ["One"] } }, "lessons_changed"],
  ["lessons read the same", { lessons: { publishedAt: 150 * day, titles: [] } }, "lessons_published"],
  [
    "claims from the CRM",
    {
      claims: [
        { id: "a", dealReference: "D-1", at: 150 * day, recorded: true },
        { id: "b", dealReference: "D-2", at: 151 * day, recorded: false },
      ],
    },
    "claim_refused claim_recorded",
  ],
  ["a booster opened", { booster: { day: 30, opensAt: 150 * day } }, "booster_opened"],
  ["a booster open since before", { booster: { day: 30, opensAt: 99 * day } }, ""],
  ["another manager", { manager: { name: "Ewa", since: 150 * day } }, "manager_changed"],
  ["no manager", { manager: { name: null, since: 150 * day } }, "manager_none"],
];

test("each change is told once, within the time asked about", () => {
  for (const [name, facts, kinds] of table)
    expect([
      name,
      changesSince({ ...nothing, ...facts }, { since, now })
        .map(({ kind }) => kind)
        .join(" "),
    ]).toEqual([name, kinds]);
});

test("the newest five, newest first", () => {
  const claims = [3, 9, 1, 7, 5, 8].map((n) => ({
    id: `c${n}`,
    dealReference: `D-${n}`,
    at: (150 + n) * day,
    recorded: true,
  }));
  expect(changesSince({ ...nothing, claims }, { since, now }).map(({ href }) => href)).toEqual(
    [9, 8, 7, 5, 3].map((n) => `/deals/c${n}`),
  );
});
