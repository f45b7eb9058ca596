import type { AttemptForm, attemptAnswers, attempts, StoredAnswer } from "#app/platform/db.server.ts";
import { attemptDecision } from "../assessments/attempt-policy.ts";
import { drawForm } from "../assessments/draw-form.ts";
import { gradeAttempt } from "../assessments/grade-attempt.ts";
import { missedLessons } from "../assessments/missed-lessons.ts";
import { seenItems } from "../assessments/seen-items.ts";
import type { Item } from "../programs/release-content.ts";
import { drawBetween, drawOne } from "./demo-draw.ts";
import { demoId } from "./demo-id.ts";
import { itemTrait } from "./demo-item-traits.ts";
import type { Story } from "./demo-story.ts";

export type DemoAttempt = {
  row: typeof attempts.$inferSelect;
  answers: (typeof attemptAnswers.$inferSelect)[];
};

const minuteMs = 60_000;
const difficulty: Record<Item["difficulty"], number> = { easy: 0.5, medium: 1, hard: 1.5 };

/** Attempts and reviews until the person has passed, has enough, or may not try again without a coach. */
export function takeAttempts(story: Story): DemoAttempt[] {
  const { course, intent, random, time, record } = story;
  const { modules, attempts: policy } = course.release.summary;
  const taken: DemoAttempt[] = [];
  let reviewed = new Set<string>();
  while (taken.length < intent.attempts) {
    const last = taken.at(-1);
    const decision = attemptDecision({
      earlier: taken.map(({ row: { number, submittedAt, result } }) => ({
        ...{ number, endedAt: submittedAt ?? 0, passed: result?.passed === true },
      })),
      missedLessons: last?.row.result ? missedLessons(modules, last.row.result).map((module) => module.id) : [],
      reviewedLessons: reviewed,
      now: time.now(),
      policy,
    });
    if (decision.allowed) {
      time.pass(drawBetween(3, 40, random) * minuteMs);
      taken.push(takeAttempt(story, decision.number, taken));
      reviewed = new Set();
    } else if (decision.reason === "REVIEW_FIRST" && last) {
      for (const moduleId of decision.lessonsToReview) {
        time.pass(drawBetween(2, 9, random) * minuteMs);
        record(moduleId, { kind: "lesson_reviewed", moduleId, attemptId: last.row.id });
        reviewed.add(moduleId);
      }
    } else if (decision.reason === "WAIT" && decision.availableAt !== null) time.waitUntil(decision.availableAt);
    else return taken;
  }
  return taken;
}

function takeAttempt(story: Story, number: number, earlier: readonly DemoAttempt[]): DemoAttempt {
  const { person, course, registrationId, random, time, record } = story;
  const { release, bank } = course;
  const { id: assessmentId, items, passMark, timeLimitMinutes } = release.summary.assessment;
  const startedAt = time.now();
  const id = demoId(startedAt, random);
  const form = drawForm({ bank, length: items, seed: id, seen: seenItems(earlier.map(({ row }) => row)) });
  const given = answerForm(story, form, number);
  const answers = Object.fromEntries(given.map(({ itemId, answer }) => [itemId, answer]));
  time.spend(drawBetween(0.3, 2, random) * minuteMs);
  const result = gradeAttempt({ form, answers, bank, passMark, timedOut: false });
  record(id, { kind: "attempt_submitted", attemptId: id, number, form, answers, result });
  return {
    row: {
      ...{ id, personId: person.id, registrationId, assessmentId, releaseId: release.id, number, form, startedAt },
      closesAt: timeLimitMinutes === null ? null : startedAt + timeLimitMinutes * minuteMs,
      submittedAt: time.now(),
      result,
    },
    answers: given.map((answer) => ({ attemptId: id, ...answer })),
  };
}

function answerForm(story: Story, form: AttemptForm, number: number) {
  const { course, intent, random, time } = story;
  const items = new Map(course.bank.map((item) => [item.id, item]));
  return form.map(({ itemId }) => {
    const item = items.get(itemId) as Item;
    // Whoever has failed has reviewed since; and the lessons dwell on what must not be wrong.
    const risk = (1 - intent.ability) * difficulty[item.difficulty] * 0.55 ** (number - 1) * (item.mustPass ? 0.5 : 1);
    const trait = itemTrait(item, story);
    const right = random() >= (trait?.risk ?? risk);
    const choices = item.choices.filter((one) => one.correct === right);
    const choice = drawOne(right || !trait ? choices : trait.tempting(choices), random);
    time.spend(drawBetween(0.3, 1.1, random) * minuteMs);
    const answer: StoredAnswer = { choice: choice.id };
    return { itemId, answer, answeredAt: time.now() };
  });
}
