import { expect, test } from "vitest";
import { makeStory } from "#tests/make-story.ts";
import type { EvidenceRecord } from "./check-chain.ts";
import { checkStories } from "./check-stories.ts";

const path = [
  { sceneId: "first-call", choiceId: "a", leadsTo: "meeting", at: 20 },
  { sceneId: "meeting", choiceId: "a", leadsTo: "won", at: 30 },
];
const played = { storyId: "a-deal", number: 1, path, endingId: "won", startedAt: 10 };
const play = { ...played, id: "play", personId: "p", registrationId: "r", releaseId: "x", endedAt: 30 };

function record(seq: number, given: Pick<EvidenceRecord, "body"> & Partial<EvidenceRecord>): EvidenceRecord {
  const { kind } = given.body;
  return {
    ...{ id: `e${seq}`, personId: "p", seq, kind, at: 30, registrationId: "r", releaseId: "x", subject: "a-deal" },
    ...{ previousHash: null, hash: "" },
    ...given,
  };
}

const ended = (change: Partial<typeof played> = {}) => ({
  body: { kind: "story_ended" as const, playId: "play", ...played, ...change },
});
const certified = record(1, {
  body: {
    ...{ kind: "certified", certificationId: "c", number: "N", editionId: "2011-07" },
    ...{ validFrom: 5, validUntil: 99 },
  },
});

function problems(records: EvidenceRecord[], plays = [play]) {
  return checkStories(records, plays, (id) => (id === "x" ? makeStory() : null)).map((one) => one.problem);
}

test("a play and its record that say the same leave nothing to say", () => {
  expect(problems([record(1, ended())])).toEqual([]);
  expect(problems([], [{ ...play, endedAt: null as unknown as number }])).toEqual([]);
});

test("what differs between a play and its record is found", () => {
  expect(problems([record(1, ended({ number: 2 }))])).toEqual(["differs from its evidence"]);
  expect(problems([record(1, ended({ startedAt: 11 }))])).toEqual(["differs from its evidence"]);
  expect(problems([record(1, { ...ended(), at: 31 })])).toEqual(["differs from its evidence"]);
  expect(problems([record(1, { ...ended(), subject: "other" })])).toEqual(["differs from its evidence"]);
  expect(problems([record(1, ended())], [])).toEqual(["is in the evidence and not stored"]);
  expect(problems([])).toEqual(["has ended without evidence"]);
  expect(problems([record(1, ended()), record(2, ended())])).toEqual(["is in the evidence and not stored"]);
});

test("a path that does not lead to its ending is found, also when both stores tell the same of it", () => {
  const lost = { endingId: "lost" };
  expect(problems([record(1, ended(lost))], [{ ...play, ...lost }])).toEqual([
    "does not lead to its ending in its release",
  ]);
  const short = { path: path.slice(0, 1) };
  expect(problems([record(1, ended(short))], [{ ...play, ...short }])).toHaveLength(1);
  expect(problems([record(1, { ...ended(), releaseId: "y" })], [{ ...play, releaseId: "y" }])).toHaveLength(1);
});

test("the record stands in the registration of the play until that is certified, and beside it afterwards", () => {
  expect(problems([record(1, { ...ended(), registrationId: null })])).toEqual(["is not counted in its registration"]);
  expect(problems([certified, record(2, { ...ended(), registrationId: null })])).toEqual([]);
  expect(problems([certified, record(2, ended())])).toEqual(["is counted in a registration that was certified before"]);
});
