import fc from "fast-check";
import { expect, test } from "vitest";
import type { NoticePolicy } from "#app/platform/db.server.ts";
import { simulateNotices } from "#tests/simulate-notices.ts";
import { isOpen, localClock } from "./local-clock.ts";
import type { NoticePerson } from "./notice-person.ts";
import { changedFields, defaultNoticePolicy } from "./notice-policy.ts";
import { policyProblems } from "./policy-problems.ts";
import { policyTexts, readPolicyTexts } from "./policy-text.ts";

const day = 86_400_000;
const at = (text: string) => Date.parse(text);

function person(given: Partial<NoticePerson>): NoticePerson {
  return {
    ...{ id: "rep", employeeId: "rep", managerEmployeeId: "boss", name: "Rep", country: "DE", language: "en" },
    ...{ timeZone: "Europe/Berlin", counted: true, onLeave: false, reachable: true, dueAt: null, knownFrom: 0 },
    ...given,
  };
}

const top = person({ id: "top", employeeId: "top", managerEmployeeId: null });
const boss = person({ id: "boss", employeeId: "boss", managerEmployeeId: "top" });
const dueAt = at("2026-06-30T10:00:00Z");
const rep = person({ dueAt });

/** What is told about the rep by hourly runs, when the policy is another one from an instant on. */
function toldOver(change: string, after: Partial<NoticePolicy>, before: Partial<NoticePolicy> = {}) {
  const policies = [before, after].map((given) => ({ ...defaultNoticePolicy, ...given })) as [
    NoticePolicy,
    NoticePolicy,
  ];
  return simulateNotices({
    ...{ from: at("2026-05-20T00:00:00Z"), until: at("2026-08-10T00:00:00Z"), everyHours: 1 },
    policy: (now) => policies[now < at(change) ? 0 : 1],
    peopleAt: () => [top, boss, rep],
  }).flatMap(({ at: when, mail }) =>
    mail.lines
      .filter(({ step }) => step !== "digest")
      .map(({ step }) => `${new Date(when).toISOString().slice(5, 10)} ${mail.to.id} ${step}`),
  );
}

const usual = [
  ...["06-01 rep before-30", "06-16 rep before-14", "06-23 rep before-7", "06-29 rep before-1", "06-30 rep before-0"],
  ...["07-07 boss after-7", "07-14 top above-14"],
];

test.each<[string, string, Partial<NoticePolicy>, string[]]>([
  ["nothing changes", "2026-06-17T00:00:00Z", {}, usual],
  // 15 days before is over, and 14 was told: not again under another name.
  ["14 becomes 15 after it", "2026-06-17T00:00:00Z", { before: [30, 15, 7, 3, 1, 0] }, usual],
  [
    ...(["14 becomes 12 before it", "2026-06-15T12:00:00Z"] as const),
    { before: [30, 12, 7, 3, 1, 0] },
    usual.map((line) => line.replace("06-16 rep before-14", "06-18 rep before-12")),
  ],
  // Its day has come when the change comes: it is told at once, and not lost.
  [
    ...(["7 becomes 10 between the two", "2026-06-22T00:00:00Z"] as const),
    { before: [30, 14, 10, 3, 1, 0] },
    usual.map((line) => line.replace("06-23 rep before-7", "06-22 rep before-10")),
  ],
  ["only the last is left", "2026-06-24T00:00:00Z", { before: [0] }, [...usual.slice(0, 3), ...usual.slice(4)]],
  // The manager knows, and is not told again because the day is another one; the one above hears of it on the new day.
  [
    ...(["both escalations come later", "2026-07-09T00:00:00Z"] as const),
    { managerAfter: 14, upperAfter: 21 },
    [...usual.slice(0, 6), "07-21 top above-21"],
  ],
  [
    ...(["the one above was told, and its day moves", "2026-07-15T00:00:00Z"] as const),
    { managerAfter: 16, upperAfter: 20 },
    usual,
  ],
  [
    ...(["both escalations come earlier", "2026-07-06T00:00:00Z"] as const),
    { managerAfter: 3, upperAfter: 5 },
    [...usual.slice(0, 5), "07-06 top above-5"],
  ],
  [
    ...(["other hours and days", "2026-06-16T05:00:00Z"] as const),
    { open: 18 * 60, close: 21 * 60, weekdays: [2, 3, 4], digestWeekday: 2, digestFrom: 18 * 60 },
    [
      ...["06-01 rep before-30", "06-16 rep before-14", "06-23 rep before-7", "06-25 rep before-0"],
      ...["07-07 boss after-7", "07-14 top above-14"],
    ],
  ],
])("%s: nothing is told twice, and nothing is lost", (_, change, after, expected) => {
  expect(toldOver(change, after)).toEqual(expected);
});

test("on the day of the digest nobody is mailed before its hour, so that all of it comes in one mail", () => {
  const policy = { ...defaultNoticePolicy, digestFrom: 14 * 60 };
  const late = person({ dueAt: at("2026-06-01T10:00:00Z") });
  const monday = simulateNotices({
    ...{ from: at("2026-06-08T00:00:00Z"), until: at("2026-06-09T00:00:00Z"), everyHours: 1, policy },
    peopleAt: () => [boss, late],
  });
  expect(monday.map(({ at: when, mail }) => [new Date(when).getUTCHours(), mail.kind, mail.lines.length])).toEqual([
    [12, "digest", 2],
  ]);
});

const anyPolicy = fc
  .record({
    before: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }),
    managerAfter: fc.integer({ min: 1, max: 20 }),
    later: fc.integer({ min: 1, max: 10 }),
    lateDays: fc.integer({ min: 0, max: 10 }),
    open: fc.integer({ min: 0, max: 20 * 60 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  })
  .map(({ later, open, weekdays, ...drawn }): NoticePolicy => {
    const sorted = weekdays.toSorted();
    const hours = { open, close: open + 180, digestFrom: open, digestWeekday: sorted[0] ?? 1, weekdays: sorted };
    return { ...defaultNoticePolicy, ...drawn, ...hours, upperAfter: drawn.managerAfter + later };
  });

test("whatever changes into whatever and when: each step once, ever further on, in the hours of the policy in force", () => {
  fc.assert(
    fc.property(anyPolicy, anyPolicy, fc.integer({ min: 0, max: 90 * 24 }), (first, second, hours) => {
      const from = dueAt - 45 * day;
      const policy = (now: number) => (now < from + hours * 3_600_000 ? first : second);
      const until = dueAt + 45 * day;
      const sent = simulateNotices({ from, until, everyHours: 1, policy, peopleAt: () => [top, boss, rep] });
      const steps = sent.flatMap(({ mail }) => mail.lines.filter(({ step }) => step !== "digest"));
      const kinds = steps.map(({ step }) => step.split("-")[0]);
      expect(kinds.filter((kind) => kind === "after").length).toBeLessThanOrEqual(1);
      expect(kinds.filter((kind) => kind === "above").length).toBeLessThanOrEqual(1);
      const days = steps.map(({ step }) => Number(step.split("-")[1]));
      const own = days.filter((_, n) => kinds[n] === "before");
      expect(own).toEqual([...new Set(own)].sort((a, b) => b - a));
      for (const { at: when, mail } of sent)
        expect(isOpen(localClock(when, mail.to.timeZone), policy(when))).toBe(true);
      // The last rung of the new ladder is told, unless its day was over or something as near was told before.
      const alone = simulateNotices({ from, until, everyHours: 1, policy: second, peopleAt: () => [top, boss, rep] });
      const changedAt = from + hours * 3_600_000;
      for (const { at: when, mail } of alone.filter(
        ({ at: when, mail }) => when >= changedAt && mail.kind === "reminder",
      )) {
        const wanted = Number(mail.lines[0]?.step.split("-")[1]);
        const told = sent.filter((one) => one.at <= when && one.mail.kind === "reminder");
        const today = told.some((one) => one.mail.day === mail.day);
        const nearest = Math.min(...told.map((one) => Number(one.mail.lines[0]?.step.split("-")[1])));
        expect(today || nearest <= wanted, new Date(when).toISOString()).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("a policy is read as people type it, and what cannot be is named by field", () => {
  expect(policyProblems(defaultNoticePolicy)).toEqual({});
  expect(readPolicyTexts(policyTexts(defaultNoticePolicy), defaultNoticePolicy)).toEqual({
    policy: defaultNoticePolicy,
  });
  const read = (texts: Parameters<typeof readPolicyTexts>[0]) => readPolicyTexts(texts, defaultNoticePolicy);
  expect(read({ before: "0 7;30", open: "9", close: "24:00", blastShare: "2,5 %", weekdays: "5,1,2" })).toEqual({
    policy: {
      ...defaultNoticePolicy,
      ...{ before: [30, 7, 0], open: 540, close: 1440, blastShare: 0.025, weekdays: [1, 2, 5] },
    },
  });
  expect(read({ close: "00:00" })).toMatchObject({ policy: { close: 1440 } });
  const cases: [Parameters<typeof readPolicyTexts>[0], object][] = [
    [{ before: "" }, { before: "days" }],
    [{ before: "7, 7" }, { before: "days" }],
    [{ before: "-3" }, { before: "days" }],
    [{ before: "200" }, { before: "days" }],
    [{ before: "soon" }, { before: "days" }],
    [{ managerAfter: "14" }, { upperAfter: "order" }],
    [{ managerAfter: "0" }, { managerAfter: "whole" }],
    [{ upperAfter: "1e9" }, { upperAfter: "whole" }],
    [{ open: "18:00" }, { close: "order" }],
    [{ open: "17:30" }, { close: "short" }],
    [{ open: "25:00" }, { open: "time" }],
    [{ close: "08:60" }, { close: "time" }],
    [{ weekdays: "" }, { weekdays: "none" }],
    [{ weekdays: "1, 8" }, { weekdays: "none" }],
    [{ digestWeekday: "7" }, { digestWeekday: "closed" }],
    [{ digestFrom: "17:59" }, { digestFrom: "closed" }],
    [{ digestLateDays: "7" }, { digestLateDays: "whole" }],
    [{ blastShare: "0" }, { blastShare: "share" }],
    [{ blastShare: "101" }, { blastShare: "share" }],
    [{ fewOnly: "" }, { fewOnly: "whole" }],
    [{ nudgesAWeek: "0" }, { nudgesAWeek: "whole" }],
  ];
  for (const [texts, problems] of cases) expect(read(texts), JSON.stringify(texts)).toEqual({ problems });
  expect(changedFields(defaultNoticePolicy, { ...defaultNoticePolicy, open: 540, before: [1] })).toEqual([
    "before",
    "open",
  ]);
});
