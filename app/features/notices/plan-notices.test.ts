import fc from "fast-check";
import { expect, test } from "vitest";
import { nothingTold } from "#tests/nothing-told.ts";
import { simulateNotices } from "#tests/simulate-notices.ts";
import { composeMails } from "./compose-mails.ts";
import { dueLines } from "./due-lines.ts";
import { isOpen, localClock, weekdayOf } from "./local-clock.ts";
import { lineKey } from "./notice-line.ts";
import type { NoticePerson } from "./notice-person.ts";
import { defaultNoticePolicy as policy } from "./notice-policy.ts";

const day = 86_400_000;
const at = (text: string) => Date.parse(text);

let made = 0;
function person(given: Partial<NoticePerson> = {}): NoticePerson {
  made += 1;
  return {
    ...{ id: `p${made}`, employeeId: `e${made}`, managerEmployeeId: null, name: `Person ${made}`, country: "DE" },
    ...{ language: "en", timeZone: "Europe/Berlin", counted: true, onLeave: false, reachable: true },
    ...{ dueAt: null, knownFrom: 0 },
    ...given,
  };
}

function planAt(people: NoticePerson[], when: string) {
  return composeMails(dueLines({ people, moment: () => at(when), policy }), nothingTold);
}

/** What one person would be told at an instant. */
function stepAt(given: Partial<NoticePerson>, when: string): string | null {
  return planAt([person(given)], when)[0]?.lines[0]?.step ?? null;
}

test("the ladder: each step on its day, from the opening of the day where the person is", () => {
  const dueAt = at("2026-06-30T10:00:00Z");
  const cases: [string, string | null][] = [
    ["2026-05-29T10:00:00Z", null],
    // 31 May is a Sunday: the step of 30 days waits for Monday.
    ["2026-05-31T10:00:00Z", null],
    ["2026-06-01T05:59:00Z", null],
    ["2026-06-01T06:00:00Z", "before-30"],
    ["2026-06-15T10:00:00Z", "before-30"],
    ["2026-06-16T10:00:00Z", "before-14"],
    ["2026-06-23T15:59:00Z", "before-7"],
    ["2026-06-23T16:00:00Z", null],
    // 27 June is a Saturday.
    ["2026-06-27T10:00:00Z", null],
    ["2026-06-29T10:00:00Z", "before-1"],
    ["2026-06-30T09:59:00Z", "before-0"],
    ["2026-06-30T10:00:00Z", null],
  ];
  expect(cases.map(([when]) => [when, stepAt({ dueAt }, when)])).toEqual(cases);
});

test("zones, clock changes and leap days: it is the day of the person that counts", () => {
  const told = (timeZone: string, dueAt: string, when: string) => stepAt({ timeZone, dueAt: at(dueAt) }, when);
  // The end comes at midnight UTC, which is 18:00 of the day before in Chicago and 05:45 in Nepal.
  expect(told("America/Chicago", "2026-07-01T00:00:00Z", "2026-06-30T13:00:00Z")).toBe("before-0");
  expect(told("Asia/Kathmandu", "2026-07-01T00:00:00Z", "2026-06-30T02:14:00Z")).toBe(null);
  expect(told("Asia/Kathmandu", "2026-07-01T00:00:00Z", "2026-06-30T02:15:00Z")).toBe("before-0");
  expect(told("Asia/Kolkata", "2026-07-01T12:00:00Z", "2026-07-01T02:30:00Z")).toBe("before-0");
  expect(told("Pacific/Kiritimati", "2026-07-03T12:00:00Z", "2026-07-01T18:00:00Z")).toBe("before-1");
  // Clocks go forward on 29 March 2026 in Berlin: 08:00 is 06:00 UTC from then on.
  expect(told("Europe/Berlin", "2026-04-06T10:00:00Z", "2026-03-30T06:00:00Z")).toBe("before-7");
  expect(told("Europe/Berlin", "2026-04-06T10:00:00Z", "2026-03-30T05:59:00Z")).toBe(null);
  // Seven days before 7 March 2028 is 29 February.
  expect(told("Europe/Berlin", "2028-03-07T10:00:00Z", "2028-02-28T10:00:00Z")).toBe("before-14");
  expect(told("Europe/Berlin", "2028-03-07T10:00:00Z", "2028-02-29T10:00:00Z")).toBe("before-7");
  // An end on a Sunday: the last word comes on the Friday before.
  expect(told("Europe/Berlin", "2026-06-28T10:00:00Z", "2026-06-25T10:00:00Z")).toBe("before-3");
  expect(told("Europe/Berlin", "2026-06-28T10:00:00Z", "2026-06-26T10:00:00Z")).toBe("before-0");
  expect(told("No/Such_Zone", "2026-06-30T10:00:00Z", "2026-06-30T08:00:00Z")).toBe("before-0");
});

test("nobody is told who is done, on leave, gone, no rep or without an address", () => {
  const dueAt = at("2026-06-30T10:00:00Z");
  const when = "2026-06-23T10:00:00Z";
  expect(stepAt({ dueAt }, when)).toBe("before-7");
  for (const given of [
    { dueAt: dueAt + 365 * day },
    { dueAt: null },
    ...[{ onLeave: true }, { counted: false }, { reachable: false }].map((one) => ({ dueAt, ...one })),
  ])
    expect(stepAt(given, when)).toBe(null);
});

test("after the end the manager hears of it once, then the one above; who cannot be reached is passed over", () => {
  const top = person();
  const middle = person({ managerEmployeeId: top.employeeId });
  const manager = person({ managerEmployeeId: middle.employeeId });
  const late = person({ managerEmployeeId: manager.employeeId, dueAt: at("2026-06-04T10:00:00Z") });
  const heard = (team: NoticePerson[], when: string) =>
    planAt(team, when).flatMap(({ to, kind, lines }) => lines.map((line) => [to.id, kind, line.step]));
  const team = [top, middle, manager, late];
  expect(heard(team, "2026-06-10T10:00:00Z").filter(([, kind]) => kind !== "digest")).toEqual([]);
  expect(heard(team, "2026-06-11T10:00:00Z")).toEqual([[manager.id, "escalation", "after-7"]]);
  expect(heard(team, "2026-06-18T10:00:00Z")).toEqual([[middle.id, "escalation", "above-14"]]);
  // Missed for more than lateDays: no flood, the digest tells it.
  expect(heard(team, "2026-06-25T10:00:00Z")).toEqual([]);
  const away = { ...manager, reachable: false };
  expect(heard([top, middle, away, late], "2026-06-11T10:00:00Z")).toEqual([[middle.id, "escalation", "after-7"]]);
  expect(heard([top, middle, away, late], "2026-06-18T10:00:00Z")).toEqual([[top.id, "escalation", "above-14"]]);
  // Nobody further up: the same manager; and nobody at all: nobody.
  expect(heard([manager, late], "2026-06-18T10:00:00Z")).toEqual([[manager.id, "escalation", "above-14"]]);
  expect(heard([late], "2026-06-11T10:00:00Z")).toEqual([]);
  // A loop ends.
  const loop = { ...manager, managerEmployeeId: late.employeeId };
  expect(heard([loop, late], "2026-06-18T10:00:00Z")).toEqual([[loop.id, "escalation", "above-14"]]);
  // Who joined after the date counts from the day of joining.
  const joined = { ...late, knownFrom: at("2026-06-11T10:00:00Z") };
  expect(heard([manager, joined], "2026-06-11T10:00:00Z")).toEqual([]);
  expect(heard([manager, joined], "2026-06-18T10:00:00Z")).toEqual([[manager.id, "escalation", "after-7"]]);
});

test("a manager gets one mail a week and day, with names for the own people and numbers below", () => {
  const top = person();
  const manager = person({ managerEmployeeId: top.employeeId });
  const under = (given: Partial<NoticePerson>) => person({ managerEmployeeId: manager.employeeId, ...given });
  const overdue = under({ dueAt: at("2026-06-01T10:00:00Z") });
  const soon = under({ dueAt: at("2026-06-20T10:00:00Z") });
  const leave = under({ dueAt: at("2026-06-01T10:00:00Z"), onLeave: true });
  const far = under({ dueAt: at("2026-09-20T10:00:00Z") });
  const people = [top, manager, overdue, soon, leave, far];
  const monday = planAt(people, "2026-06-08T10:00:00Z").filter(({ kind }) => kind !== "reminder");
  expect(monday.map(({ to, kind }) => [to.id, kind])).toEqual([
    [manager.id, "digest"],
    [top.id, "digest"],
  ]);
  const [own, above] = monday;
  expect(own?.lines.map(({ step }) => step)).toEqual(["after-7", "digest"]);
  expect(own?.digest).toEqual({ overdue: [overdue], soon: [soon], teams: [] });
  expect(above?.digest).toEqual({ overdue: [], soon: [], teams: [{ lead: manager, overdue: 1, soon: 1 }] });
  // Missed on Monday: Wednesday still, Thursday not.
  const digestOn = (when: string) => planAt(people, when).some(({ kind }) => kind === "digest");
  expect([digestOn("2026-06-10T10:00:00Z"), digestOn("2026-06-11T10:00:00Z")]).toEqual([true, false]);
  // Nothing to tell: no mail. And the people of a manager who is away are those of the next one up.
  expect(planAt([top, manager, far], "2026-06-08T10:00:00Z")).toEqual([]);
  const away = { ...manager, reachable: false };
  const [stand] = planAt([top, away, overdue], "2026-06-08T10:00:00Z");
  expect([stand?.to.id, stand?.digest?.overdue]).toEqual([top.id, [overdue]]);
});

test("the own end goes first, and the team waits for the next day", () => {
  const manager = person({ dueAt: at("2026-06-15T10:00:00Z") });
  const rep = person({ managerEmployeeId: manager.employeeId, dueAt: at("2026-06-01T10:00:00Z") });
  const months = simulateNotices({
    ...{ from: at("2026-06-08T00:00:00Z"), until: at("2026-06-11T00:00:00Z"), everyHours: 1, policy },
    peopleAt: () => [manager, rep],
  });
  expect(months.map(({ at, mail }) => [new Date(at).toISOString().slice(0, 13), mail.kind])).toEqual([
    ["2026-06-08T06", "reminder"],
    ["2026-06-09T06", "digest"],
  ]);
});

test("what was missed is never a flood: only the latest step, and each one once", () => {
  const dueAt = at("2026-06-30T10:00:00Z");
  const sim = (peopleAt: (now: number) => NoticePerson[], from = "2026-05-01T00:00:00Z") =>
    simulateNotices({ from: at(from), until: at("2026-08-01T00:00:00Z"), everyHours: 3, policy, peopleAt }).map(
      ({ at: when, mail }) => `${new Date(when).toISOString().slice(0, 10)} ${mail.lines[0]?.step}`,
    );
  const rep = person({ dueAt });
  expect(sim(() => [rep])).toEqual([
    ...["2026-06-01 before-30", "2026-06-16 before-14", "2026-06-23 before-7", "2026-06-29 before-1"],
    "2026-06-30 before-0",
  ]);
  // The system was off until the 25th; it went on then.
  expect(sim(() => [rep], "2026-06-25T00:00:00Z")[0]).toBe("2026-06-25 before-7");
  // Back from leave on the 26th.
  const back = at("2026-06-26T00:00:00Z");
  expect(sim((now) => [{ ...rep, onLeave: now < back }])).toEqual([
    ...["2026-06-26 before-7", "2026-06-29 before-1", "2026-06-30 before-0"],
  ]);
  // Done on the 17th: nothing more, at once.
  const done = at("2026-06-17T00:00:00Z");
  expect(sim((now) => [{ ...rep, dueAt: now < done ? dueAt : dueAt + 365 * day }])).toEqual([
    ...["2026-06-01 before-30", "2026-06-16 before-14"],
  ]);
  // The end moves away and comes back in the same day: no step twice.
  expect(sim((now) => [{ ...rep, dueAt: Math.floor(now / day) % 2 ? dueAt : dueAt + 3_600_000 }])).toHaveLength(5);
});

const zones = ["Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Kiritimati", "UTC"];
const start = at("2027-10-01T00:00:00Z");

const anyTeam = fc
  .array(
    fc.record({
      timeZone: fc.constantFrom(...zones),
      manager: fc.option(fc.integer({ min: 0, max: 5 })),
      reachable: fc.boolean(),
      due: fc.option(fc.integer({ min: -30 * 24, max: 60 * 24 })),
      doneAfter: fc.integer({ min: 0, max: 90 }),
      leave: fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))),
      moves: fc.integer({ min: -2, max: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) => (now: number): NoticePerson[] => {
    const passed = (now - start) / day;
    return drawn.map(({ timeZone, manager, reachable, due, doneAfter, leave, moves }, n) => {
      const onLeave = leave !== null && passed >= leave[0] && passed < leave[0] + leave[1];
      const moved = passed > 20 ? moves * day : 0;
      const dueAt = due === null || passed >= doneAfter ? null : start + due * 3_600_000 + moved;
      const managerEmployeeId = manager === null ? null : `m${manager}`;
      return person({
        ...{ id: `m${n}`, employeeId: `m${n}`, managerEmployeeId, timeZone, onLeave, dueAt },
        reachable: reachable && !onLeave,
      });
    });
  });

test("whatever happens: never twice, never at night, never to people on leave, one a day, ever closer to the end", () => {
  fc.assert(
    fc.property(anyTeam, fc.integer({ min: 1, max: 30 }), (peopleAt, everyHours) => {
      const until = start + 90 * day;
      const sent = simulateNotices({ from: start, until, everyHours, policy, peopleAt });
      const keys = sent.flatMap(({ mail }) => mail.lines.map(lineKey));
      expect(new Set(keys).size).toBe(keys.length);
      const days = sent.map(({ mail }) => `${mail.to.id} ${mail.day}`);
      expect(new Set(days).size).toBe(days.length);
      const nearest = new Map<string, number>();
      for (const { at: now, mail } of sent) {
        const clock = localClock(now, mail.to.timeZone);
        expect(isOpen(clock, policy) && clock.day === mail.day && weekdayOf(clock.day) <= 5).toBe(true);
        expect(mail.to.reachable && !mail.to.onLeave).toBe(true);
        for (const line of mail.lines) {
          if (line.step === "digest") continue;
          expect(line.about.onLeave || line.about.dueAt === null).toBe(false);
          const days = Number(line.step.split("-")[1]) * (line.step.startsWith("before") ? 1 : -1);
          const known = `${line.about.id} ${line.occasion}`;
          expect(days).toBeLessThan(nearest.get(known) ?? Number.POSITIVE_INFINITY);
          nearest.set(known, days);
        }
      }
    }),
    { numRuns: 60 },
  );
});
