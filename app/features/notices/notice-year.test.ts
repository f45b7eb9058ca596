import { expect, test } from "vitest";
import { makeExpectation } from "#tests/expect-notices.ts";
import { makeNoticeWorld } from "#tests/make-notice-world.ts";
import { composeMails } from "./compose-mails.ts";
import { dueLines } from "./due-lines.ts";
import { dayText } from "./local-clock.ts";
import { lineKey, tellingOf } from "./notice-line.ts";
import { defaultNoticePolicy as policy } from "./notice-policy.ts";
import { toldSteps } from "./told-steps.ts";

const day = 86_400_000;

test("a year of 2,000 people: every mail that the rule asks for, on its day, and not one more", () => {
  // With 29 February, and every change of clocks.
  const start = Date.UTC(2027, 9, 1);
  const world = makeNoticeWorld({ people: 2000, start, seed: 7 });
  const expectAt = makeExpectation();
  const told = toldSteps();
  const mailed = new Set<string>();
  const totals = new Map<string, number>();
  for (let now = start; now < start + 366 * day; now += day) {
    const people = world.dayOf(now);
    // Between them it is day once in every zone.
    for (const at of [now + 2.5 * 3_600_000, now + 15.5 * 3_600_000]) {
      const mails = composeMails(dueLines({ people, moment: () => at, policy }), {
        has: (line) => told.has(tellingOf(line)),
        mailedOn: (personId, on) => mailed.has(`${personId} ${on}`),
      });
      const sent = mails.map(({ to, kind, day: on, lines }) => {
        for (const line of lines) told.add(tellingOf(line));
        mailed.add(`${to.id} ${on}`);
        totals.set(kind, (totals.get(kind) ?? 0) + 1);
        return `${to.id} ${dayText(on)} ${kind}: ${lines.map(lineKey).sort().join(", ")}`;
      });
      expect(sent.sort(), new Date(at).toISOString()).toEqual(expectAt(people, at));
    }
  }
  // The year was no empty one.
  for (const kind of ["reminder", "escalation", "digest"]) expect(totals.get(kind), kind).toBeGreaterThan(500);
}, 180_000);
