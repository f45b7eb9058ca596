import type { Item } from "#app/features/programs/release-content.ts";
import type { ReleaseSummary } from "#app/platform/db.server.ts";
import { makeReplay } from "./make-replay.ts";

const clauses = ["ROE-1.1", "ROE-1.2", "ROE-1.3", "ROE-2.1", "ROE-2.2", "ROE-2.3"];

const replays = [
  makeReplay({ id: "briefing", title: "The briefing", sourceHash: "recording-of-the-briefing" }),
  makeReplay({ id: "joint-deal", title: "A joint deal", sourceHash: "recording-of-the-deal" }),
];

/** Two replays of two minutes, a check of eight questions of which six must be right, and a signature. */
export const partnersSummary = {
  replays: replays.map(({ id, title }) => ({ id, title, minutes: 2 })),
  partnerCheck: { id: "partner-check", title: "A short check", items: 8, passMark: 0.75, minutes: 5 },
  partnerAttestation: {
    title: "Sign both ways",
    minutes: 1,
    meaning: "By typing my name I sign as a partner.",
    statements: ["I do not steer a customer elsewhere.", "I speak first."],
    promises: ["Nobody sells around you.", "Nobody uses your prices elsewhere."],
  },
} satisfies Partial<ReleaseSummary>;

type Change = ((item: Item) => Item) | undefined;

/** Four items for each of six clauses: three forms that repeat nothing. */
export function makePartnerItems(change: Change = (item) => item): Item[] {
  return clauses.flatMap((clause) =>
    [0, 1, 2, 3].map((n) =>
      change({
        id: `partner-${clause.slice(4).replace(".", "-")}-${n + 1}`,
        clause,
        mustPass: clause === "ROE-2.1",
        difficulty: "medium",
        situation: `A partner's situation ${n + 1} under ${clause}.`,
        question: "What do you do?",
        choices: ["a", "b", "c"].map((id, place) => ({
          ...{ id, text: `Choice ${id}`, feedback: `What follows from ${id}.` },
          correct: place === n % 3,
        })),
      }),
    ),
  );
}

/** As parts of a release. */
export function makePartnerParts(change: Change) {
  return [
    ...replays.map((body) => ({ kind: "replay" as const, body })),
    ...makePartnerItems(change).map((body) => ({ kind: "partner_item" as const, body })),
  ];
}
