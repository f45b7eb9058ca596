import { z } from "zod";

// Messages finish a sentence that begins with the name of the value: see `explain-issue.ts`.
export const words = z.string().trim().min(1);
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not an id. Write lower-case words joined by hyphens, such as adriatic-lines");
const sectionId = z.string().regex(/^[A-Z]{2,}-\d+$/, "is not a section number. Write it like ROE-4");
export const clauseId = z.string().regex(/^[A-Z]{2,}-\d+\.\d+$/, "is not a clause number. Write it like ROE-4.1");
const range = (least: number) =>
  z.tuple([whole(least), whole(least)]).refine(([low, high]) => low <= high, "runs backwards. Write the least first");
const whole = (least: number) => z.number().int().min(least);

export const programFileSchema = z.strictObject({
  id,
  title: words,
  organisation: words,
  edition: id,
  introduction: words,
  certification: z.strictObject({ validMonths: whole(1), renewalWindowDays: whole(0) }),
  assessment: z.strictObject({
    id,
    title: words,
    items: whole(1),
    passMark: z.number().gt(0).max(1),
    minutes: whole(1),
    timeLimitMinutes: whole(1).nullable(),
  }),
  attempts: z.strictObject({
    maximum: whole(1),
    withinDays: whole(1),
    waitHoursBeforeThird: whole(0),
    coachUnlockFrom: whole(2),
  }),
  /** How long lessons are: minutes of reading and practice scenarios. Left out, as `content-limits.ts` says. */
  lessons: z.strictObject({ minutes: range(0), scenarios: range(0) }).optional(),
  /** Left out, nobody tests out of a lesson. */
  testOut: z.strictObject({ items: whole(1) }).optional(),
  /** Left out, there are no boosters. */
  boosters: z.strictObject({ days: z.array(whole(1)).min(1), scenarios: whole(1) }).optional(),
  /** Left out, the partners' path ends without a check. */
  partnerCheck: z
    .strictObject({ id, title: words, items: whole(1), passMark: z.number().gt(0).max(1), minutes: whole(1) })
    .optional(),
  /** Left out, partners sign nothing, and there is no certificate of attendance. */
  partnerAttestation: z
    .strictObject({
      title: words,
      minutes: whole(1),
      meaning: words,
      /** What the partner signs. */
      statements: z.array(words).min(1),
      /** What the direct side promises in return. */
      promises: z.array(words).min(1),
    })
    .optional(),
  attestation: z.strictObject({
    title: words,
    minutes: whole(1),
    meaning: words,
    statements: z.array(words).min(1),
  }),
});

export const editionFileSchema = z.strictObject({
  id,
  title: words,
  sections: z
    .array(
      z.strictObject({
        id: sectionId,
        title: words,
        clauses: z
          .array(z.strictObject({ id: clauseId, severity: z.enum(["standard", "must-pass"]), text: words }))
          .min(1),
      }),
    )
    .min(1),
});

export const frontMatterSchema = z.strictObject({
  id,
  order: whole(1),
  title: words,
  summary: words,
  teaches: z.array(clauseId).min(1),
  audience: z.enum(["everyone", "managers"]).default("everyone"),
});

export const choice = z.strictObject({ id, correct: z.boolean().optional(), text: words, feedback: words });

/** The entries are validated one by one, so that one that is wrong hides none of the others. */
export const scenarioFileSchema = z.strictObject({ module: id, scenarios: z.array(z.unknown()).min(1) });

export const scenarioSchema = z.strictObject({
  id,
  title: words,
  clauses: z.array(clauseId).min(1),
  type: z.enum(["single", "multiple", "ordering"]),
  situation: words,
  question: words,
  choices: z.array(choice),
});

export const itemFileSchema = z.strictObject({ items: z.array(z.unknown()).min(1) });

export const itemSchema = z.strictObject({
  id,
  clause: clauseId,
  difficulty: z.enum(["easy", "medium", "hard"]),
  situation: words,
  question: words,
  choices: z.array(choice),
  rationale: words,
});

const namedClauses = z.array(clauseId).default([]);

export const storySchema = z.strictObject({
  id,
  title: words,
  summary: words,
  start: id,
  scenes: z
    .array(
      z.strictObject({
        id,
        title: words,
        situation: words,
        question: words,
        choices: z
          .array(z.strictObject({ id, text: words, consequence: words, clauses: namedClauses, leadsTo: id }))
          .min(1),
      }),
    )
    .min(1),
  endings: z
    .array(
      z.strictObject({
        id,
        title: words,
        outcome: z.enum(["good", "mixed", "bad"]),
        text: words,
        lesson: words,
        clauses: namedClauses,
      }),
    )
    .min(1),
});

export type ProgramFile = z.output<typeof programFileSchema>;
export type EditionFile = z.output<typeof editionFileSchema>;
export type FrontMatter = z.output<typeof frontMatterSchema>;
export type ScenarioSource = z.output<typeof scenarioSchema>;
export type ItemSource = z.output<typeof itemSchema>;
export type StorySource = z.output<typeof storySchema>;
export type ChoiceSource = z.output<typeof choice>;
