import { z } from "zod";
import { lessonTags } from "./lesson-widgets.ts";
import type { ContentNode, Item, Lesson, Replay, Scenario, Story } from "./release-content.ts";

// Stored parts are read back through these: whatever a page renders has the shape that was published.
const noProps = z.record(z.string(), z.never());
const children = z.lazy(() => z.array(contentNode));

const contentNode: z.ZodType<ContentNode> = z.union([
  z.string(),
  z.strictObject({
    tag: z.enum(Object.keys(lessonTags)),
    props: z.record(z.string(), z.string()).optional(),
    children: children.optional(),
  }),
  z.strictObject({ widget: z.literal("Clause"), props: z.strictObject({ id: z.string() }) }),
  z.strictObject({ widget: z.literal("Practice"), props: z.strictObject({ scenario: z.string() }) }),
  z.strictObject({
    widget: z.literal("Gain"),
    props: z.strictObject({ side: z.enum(["direct", "partner", "customer"]) }),
    children,
  }),
  z.strictObject({ widget: z.enum(["Edge", "Monday", "AuthorNote"]), props: noProps, children }),
]);

const choices = z.array(z.object({ id: z.string(), text: z.string(), feedback: z.string(), correct: z.boolean() }));

const lesson: z.ZodType<Lesson, unknown> = z.object({
  id: z.string(),
  order: z.number(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  teaches: z.array(z.string()),
  scenarios: z.array(z.string()),
  audience: z.enum(["everyone", "managers"]).default("everyone"),
  body: z.array(contentNode),
});

const scenario: z.ZodType<Scenario> = z.object({
  id: z.string(),
  moduleId: z.string(),
  title: z.string(),
  clauses: z.array(z.string()),
  type: z.enum(["single", "multiple", "ordering"]),
  situation: z.string(),
  question: z.string(),
  choices,
});

const item: z.ZodType<Item> = z.object({
  id: z.string(),
  clause: z.string(),
  mustPass: z.boolean(),
  difficulty: z.enum(["easy", "medium", "hard"]),
  situation: z.string(),
  question: z.string(),
  choices,
  rationale: z.string().optional(),
});

const clauses = z.array(z.string());

const story: z.ZodType<Story> = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  clauses,
  start: z.string(),
  scenes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      situation: z.string(),
      question: z.string(),
      choices: z.array(
        z.object({ id: z.string(), text: z.string(), consequence: z.string(), clauses, leadsTo: z.string() }),
      ),
    }),
  ),
  endings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      outcome: z.enum(["good", "mixed", "bad"]),
      text: z.string(),
      lesson: z.string(),
      clauses,
    }),
  ),
});

const replay: z.ZodType<Replay, unknown> = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  durationSeconds: z.number(),
  source: z.union([z.object({ file: z.string(), type: z.string() }), z.object({ url: z.string(), type: z.string() })]),
  sourceHash: z.string().nullable(),
  poster: z.string().nullable(),
  captions: z.array(z.object({ language: z.string(), label: z.string(), file: z.string() })),
  cues: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })),
  chapters: z.array(
    z.object({ id: z.string(), title: z.string(), start: z.number(), end: z.number(), mandatory: z.boolean() }),
  ),
  checkpoints: z.array(
    z.object({ id: z.string(), at: z.number(), clauses, situation: z.string(), question: z.string(), choices }),
  ),
  threshold: z.number(),
  maximumRate: z.number(),
  hiddenTabCounts: z.boolean().default(false),
});

export const releasePartSchemas = { module: lesson, scenario, item, story, partner_item: item, replay };
