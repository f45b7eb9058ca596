import { createHash } from "node:crypto";
import { canonicalJson } from "#app/features/evidence/canonical-json.ts";
import type { Item, Lesson, Release, Scenario } from "#app/features/programs/release-content.ts";
import { type Database, type ReleaseSummary, releaseParts, releases } from "#app/platform/db.server.ts";
import { makeManagersModule, managersModuleSummary } from "./make-managers-module.ts";
import { makePartnerParts, partnersSummary } from "./make-partner-path.ts";
import { makeStory, storySummary } from "./make-story.ts";

const clauses = ["ROE-1.1", "ROE-1.2", "ROE-1.3", "ROE-2.1", "ROE-2.2", "ROE-2.3"];
const mustPassClauses: readonly string[] = ["ROE-1.3", "ROE-2.1"];

export type MadeRelease = Release & { lessons: Lesson[]; scenarios: Scenario[]; items: Item[] };

type Wanted = {
  editionId?: string;
  publishedAt?: number;
  itemsPerClause?: number;
  /** Adds a small branching story. */
  story?: boolean;
  /** Adds a module for managers, with a scenario. */
  managers?: boolean;
  /** Adds two replays, a check of eight items and a signature for partners. */
  partners?: boolean;
  /** Replaces members of the summary. */
  summary?: Partial<ReleaseSummary>;
  /** Changes every scenario or item. */
  scenario?: (scenario: Scenario) => Scenario;
  item?: (item: Item) => Item;
};

/**
 * A small valid release: two modules of three clauses, a scenario of each type, and an item bank of six clauses with two
 * of them must-pass. By default 48 items for forms of 20, so that a second form can repeat nothing of the first.
 */
export async function makeRelease(db: Database, wanted: Wanted = {}): Promise<MadeRelease> {
  const lessons = makeLessons();
  const scenarios = makeScenarios().map((scenario) => wanted.scenario?.(scenario) ?? scenario);
  const items = makeItems(wanted.itemsPerClause ?? 8).map((item) => wanted.item?.(item) ?? item);
  const row = {
    programId: "rules-of-engagement",
    editionId: wanted.editionId ?? "2011-07",
    publishedAt: wanted.publishedAt ?? 0,
    publishedBy: "test",
    summary: {
      ...makeSummary(wanted.editionId ?? "2011-07", lessons),
      ...(wanted.story ? { story: storySummary } : {}),
      ...(wanted.partners ? partnersSummary : {}),
      ...(wanted.managers ? { managerModules: [managersModuleSummary] } : {}),
      ...wanted.summary,
    },
  };
  const release = { id: createHash("sha256").update(canonicalJson({ row, items })).digest("hex"), ...row };
  const parts = [
    ...lessons.map((body) => ({ kind: "module" as const, body })),
    ...scenarios.map((body) => ({ kind: "scenario" as const, body })),
    ...items.map((body) => ({ kind: "item" as const, body })),
    ...(wanted.managers ? makeManagersModule() : []),
    ...(wanted.partners ? makePartnerParts(wanted.item) : []),
    ...(wanted.story ? [{ kind: "story" as const, body: makeStory() }] : []),
  ];
  await db.write(async (tx) => {
    await tx.insert(releases).values(release);
    await tx
      .insert(releaseParts)
      .values(parts.map((part, position) => ({ ...part, releaseId: release.id, partId: part.body.id, position })));
  });
  return { ...release, lessons, scenarios, items };
}

/** The id of a choice of an item that is right, or that is wrong. */
export function choiceOf(item: Item, kind: "right" | "wrong"): string {
  const choice = item.choices.find((one) => one.correct === (kind === "right"));
  if (!choice) throw new Error(`${item.id} has no ${kind} choice.`);
  return choice.id;
}

function makeSummary(editionId: string, lessons: Lesson[]): ReleaseSummary {
  const clause = (id: string) => ({ id, text: `The rule ${id}.`, mustPass: mustPassClauses.includes(id) });
  return {
    title: "Rules of Engagement",
    organisation: "Example Services",
    introduction: "What the rules are for.",
    edition: {
      id: editionId,
      title: `Edition ${editionId}`,
      sections: [
        { id: "ROE-1", title: "First section", clauses: clauses.slice(0, 3).map(clause) },
        { id: "ROE-2", title: "Second section", clauses: clauses.slice(3).map(clause) },
      ],
    },
    modules: lessons.map(({ body: _, audience: __, ...module }) => module),
    managerModules: [],
    story: null,
    testOut: null,
    boosters: null,
    replays: [],
    partnerCheck: null,
    partnerAttestation: null,
    assessment: {
      id: "certification",
      title: "Assessment",
      items: 20,
      passMark: 0.8,
      minutes: 25,
      timeLimitMinutes: null,
    },
    attempts: { maximum: 5, withinDays: 30, waitHoursBeforeThird: 24, coachUnlockFrom: 4 },
    certification: { validMonths: 12, renewalWindowDays: 60 },
    attestation: {
      title: "Sign that you will keep the rules",
      minutes: 2,
      meaning: "By typing my name I sign that the statements are true.",
      statements: ["I have read the rules.", "I claim a deal only while I am certified."],
    },
  };
}

function makeLessons(): Lesson[] {
  return [
    makeLesson({
      id: "first-module",
      order: 1,
      teaches: clauses.slice(0, 3),
      scenarios: ["one-answer", "many-answers"],
    }),
    makeLesson({ id: "second-module", order: 2, teaches: clauses.slice(3), scenarios: ["right-order"] }),
  ];
}

function makeLesson(given: Pick<Lesson, "id" | "order" | "teaches" | "scenarios">): Lesson {
  return {
    ...given,
    title: `Lesson ${given.order}`,
    summary: "What it is about.",
    minutes: 6,
    audience: "everyone",
    body: [
      { tag: "p", children: ["A paragraph that opens with a deal."] },
      { tag: "h2", props: { id: "the-rules" }, children: ["The rules"] },
      ...given.teaches.map((id) => ({ widget: "Clause" as const, props: { id } })),
      { tag: "h2", props: { id: "the-cases" }, children: ["The cases"] },
      ...given.scenarios.map((scenario) => ({ widget: "Practice" as const, props: { scenario } })),
    ],
  };
}

function makeScenarios(): Scenario[] {
  const scenario = (id: string, moduleId: string, type: Scenario["type"], right: boolean[]): Scenario => ({
    id,
    moduleId,
    title: `Scenario ${id}`,
    clauses: [moduleId === "first-module" ? "ROE-1.1" : "ROE-2.1"],
    type,
    situation: "A customer calls.",
    question: "What do you do?",
    choices: makeChoices(right),
  });
  return [
    scenario("one-answer", "first-module", "single", [false, true, false]),
    scenario("many-answers", "first-module", "multiple", [true, false, true, false]),
    scenario("right-order", "second-module", "ordering", [true, true, true]),
  ];
}

function makeItems(itemsPerClause: number): Item[] {
  return clauses.flatMap((clause) =>
    Array.from({ length: itemsPerClause }, (_, n) => ({
      id: `item-${clause.slice(4).replace(".", "-")}-${n + 1}`,
      clause,
      mustPass: mustPassClauses.includes(clause),
      difficulty: "medium" as const,
      situation: `Situation ${n + 1} under ${clause}.`,
      question: "Who leads?",
      choices: makeChoices([0, 1, 2, 3].map((place) => place === n % 4)),
    })),
  );
}

function makeChoices(right: boolean[]) {
  return right.map((correct, n) => {
    const id = "abcde"[n] ?? "z";
    return { id, text: `Choice ${id}`, feedback: `What follows from ${id}.`, correct };
  });
}
