import type { certifications, EvidenceBody, registrations, storyPlays } from "#app/platform/db.server.ts";
import { formatCertificateNumber } from "../certification/certificate-number.ts";
import { certificationPeriod } from "../certification/certification-period.ts";
import { gradeScenario } from "../scenarios/grade-scenario.ts";
import { type DemoAttempt, takeAttempts } from "./demo-attempts.ts";
import { drawBetween } from "./demo-draw.ts";
import { demoId } from "./demo-id.ts";
import type { DemoLesson, Story } from "./demo-story.ts";
import { playStory, playUntil } from "./demo-story-play.ts";
import { practiceAnswer } from "./practice-answer.ts";
import { workingTime } from "./working-time.ts";

/** A record of evidence that is not yet part of a chain. */
export type DemoRecord = { id: string; at: number; subject: string; body: EvidenceBody; beside: boolean };

export type DemoHistory = {
  registration: typeof registrations.$inferSelect;
  records: DemoRecord[];
  /** At most one, which may be under way. */
  plays: (typeof storyPlays.$inferSelect)[];
  attempts: DemoAttempt[];
  certification: typeof certifications.$inferSelect | null;
};

const minuteMs = 60_000;

/**
 * What a person did from `intent.startAt` on, as the program's own rules allow it; of that, what had happened by
 * `until`. Null when that is nothing. The same for the same sequence of random numbers.
 */
export function planHistory(
  given: Pick<Story, "person" | "course" | "intent" | "random"> & { until: number },
): DemoHistory | null {
  const { person, course, intent, until, random } = given;
  const { programId, editionId } = course.release;
  const time = workingTime({ timeZone: person.timeZone, startAt: intent.startAt, random });
  const records: DemoRecord[] = [];
  const write = (beside: boolean) => (subject: string, body: EvidenceBody) =>
    void records.push({ id: demoId(time.now(), random), at: time.now(), subject, body, beside });
  const story: Story = {
    ...{ person, course, intent, random, time },
    registrationId: demoId(time.now(), random),
    ...{ record: write(false), recordBeside: write(true) },
  };
  readLessons(story);
  const allRead = intent.lessons >= course.lessons.length;
  // Of those who leave the assessment for later, some leave the story too.
  const play = allRead && (intent.attempts > 0 || random() < 0.6) ? playStory(story) : null;
  const attempts = allRead ? takeAttempts(story) : [];
  const certification = intent.signs && attempts.at(-1)?.row.result?.passed ? sign(story) : null;
  if (certification && person.manages && random() < 0.8) readDuties(story);

  // Told to its end and then cut, so that every history that is under way is the beginning of a whole one.
  const past = records.filter((record) => record.at <= until);
  const [first] = past;
  if (!first) return null;
  return {
    registration: {
      ...{ id: story.registrationId, personId: person.id, programId, editionId },
      ...{ cycle: 1, path: "initial", openedAt: first.at },
    },
    records: past,
    plays: [play && playUntil(play, until)].filter((one) => one !== null),
    attempts: attempts.filter(({ row }) => row.submittedAt !== null && row.submittedAt <= until),
    certification: certification && certification.validFrom <= until ? certification : null,
  };
}

function readLessons(story: Story) {
  const { course, intent } = story;
  for (const lesson of course.lessons.slice(0, intent.lessons)) readLesson(lesson, story);
}

function readDuties(story: Story) {
  story.time.pass(drawBetween(2, 60, story.random) * minuteMs);
  for (const lesson of story.course.duties) readLesson(lesson, { ...story, record: story.recordBeside });
}

function readLesson({ module, scenarios }: DemoLesson, { intent, random, time, record }: Story) {
  const practise = 0.6 + 0.4 * (1 - (1 - intent.ability) * 6);
  time.pass(module.minutes * minuteMs * drawBetween(0.3, 0.8, random));
  for (const scenario of scenarios) {
    const answerRightly = (right: boolean) => {
      time.pass(drawBetween(0.5, 2.5, random) * minuteMs);
      const answer = practiceAnswer(scenario, { right, random });
      const { correct } = gradeScenario(scenario, answer);
      record(scenario.id, { kind: "scenario_answered", scenarioId: scenario.id, answer, correct });
      return correct;
    };
    if (!answerRightly(random() < practise) && random() < 0.15) answerRightly(true);
  }
  time.pass(drawBetween(0.2, 1, random) * minuteMs);
  record(module.id, { kind: "lesson_read", moduleId: module.id });
  if (random() < 0.3) time.rest(drawBetween(1, 4, random));
  else time.pass(drawBetween(1, 15, random) * minuteMs);
}

function sign({ person, course, registrationId, random, time, record }: Story) {
  const { id: releaseId, programId, editionId, summary } = course.release;
  const { meaning, statements } = summary.attestation;
  time.pass(drawBetween(1, 10, random) * minuteMs);
  const period = certificationPeriod({
    now: time.now(),
    timeZone: person.timeZone,
    validMonths: summary.certification.validMonths,
    earlier: [],
  });
  const id = demoId(time.now(), random);
  const number = formatCertificateNumber(Uint8Array.from({ length: 12 }, () => Math.floor(random() * 256)));
  record(editionId, { kind: "attested", typedName: person.name, meaning, statements });
  record(id, { kind: "certified", certificationId: id, number, editionId, ...period });
  return { id, personId: person.id, registrationId, programId, editionId, releaseId, number, ...period };
}
