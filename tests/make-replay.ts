import type { Replay } from "#app/features/programs/release-content.ts";
import { type Database, releaseParts } from "#app/platform/db.server.ts";

const choice = (id: string, correct: boolean) => ({
  id,
  text: `Choice ${id}.`,
  feedback: `Secret feedback of ${id}.`,
  correct,
});

/** Two minutes: chapters of 40 s of which the middle one may be left out, a checkpoint at 60 s and one at the end. */
export function makeReplay(given: Partial<Replay> = {}): Replay {
  const chapter = (id: string, start: number, mandatory: boolean) => ({
    id,
    title: `Chapter ${id}`,
    start,
    end: start + 40,
    mandatory,
  });
  const checkpoint = (id: string, at: number) => ({
    id,
    at,
    clauses: ["ROE-1.1"],
    situation: `Situation of ${id}.`,
    question: `Question of ${id}?`,
    choices: [choice("a", true), choice("b", false), choice("c", false)],
  });
  return {
    id: "webinar",
    title: "A webinar",
    summary: "What it is about.",
    durationSeconds: 120,
    source: { file: "webinar.mp4", type: "video/mp4" },
    sourceHash: "hash-of-the-recording",
    poster: null,
    captions: [],
    cues: [0, 30, 60, 90].map((start) => ({ start, end: start + 20, text: `Spoken at ${start}.` })),
    chapters: [chapter("one", 0, true), chapter("two", 40, false), chapter("three", 80, true)],
    checkpoints: [checkpoint("middle", 60), checkpoint("end", 120)],
    threshold: 0.9,
    maximumRate: 1.5,
    hiddenTabCounts: false,
    ...given,
  };
}

/** Adds replays to a release. */
export async function addReplays(db: Database, releaseId: string, replays: Replay[]): Promise<void> {
  await db.write(async (tx) => {
    await tx
      .insert(releaseParts)
      .values(
        replays.map((body, n) => ({ releaseId, kind: "replay" as const, partId: body.id, position: 5000 + n, body })),
      );
  });
}
