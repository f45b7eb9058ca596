import type { Story } from "#app/features/programs/release-content.ts";
import type { ReleaseSummary } from "#app/platform/db.server.ts";

export const storySummary = {
  id: "a-deal",
  title: "A deal from the first call to its end",
  summary: "You hear of a project that a partner has found. Each choice leads on.",
  minutes: 8,
  clauses: ["ROE-1.1", "ROE-2.1"],
} satisfies ReleaseSummary["story"];

/**
 * Three scenes and three endings: the shortest way has two choices, the longest three. Every text says where it belongs,
 * so that a page can be searched for what it must not hold yet.
 */
export function makeStory(): Story {
  return {
    ...storySummary,
    start: "first-call",
    scenes: [
      {
        id: "first-call",
        title: "The first call",
        situation: "A partner calls you about a project.\n\nThe customer is one of yours.",
        question: "What do you do first?",
        choices: [
          choice("first-call", "a", "meeting"),
          choice("first-call", "b", "price"),
          choice("first-call", "c", "price"),
        ],
      },
      {
        id: "meeting",
        title: "The meeting",
        situation: "Situation of the meeting.",
        question: "Question of the meeting?",
        choices: [choice("meeting", "a", "won"), choice("meeting", "b", "price")],
      },
      {
        id: "price",
        title: "The price",
        situation: "Situation of the price.",
        question: "Question of the price?",
        choices: [choice("price", "a", "shared"), choice("price", "b", "lost")],
      },
    ],
    endings: [ending("won", "good"), ending("shared", "mixed"), ending("lost", "bad")],
  };
}

function choice(scene: string, id: string, leadsTo: string) {
  return {
    id,
    text: `Choice ${id} of ${scene}.`,
    consequence: `Consequence ${id} of ${scene}.`,
    clauses: ["ROE-1.1"],
    leadsTo,
  };
}

function ending(id: string, outcome: "good" | "mixed" | "bad") {
  return {
    id,
    title: `Title of the ending ${id}`,
    outcome,
    text: `Text of the ending ${id}.`,
    lesson: `Lesson of the ending ${id}.`,
    clauses: ["ROE-2.1"],
  };
}
