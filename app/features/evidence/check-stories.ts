import type { storyPlays } from "#app/platform/db.server.ts";
import type { Story } from "../programs/release-content.ts";
import { followPath } from "../stories/story-position.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";

type StoredPlay = typeof storyPlays.$inferSelect;
type EndRecord = EvidenceRecord & { body: { kind: "story_ended" } };
type StoryOf = (releaseId: string, storyId: string) => Story | null;

/**
 * Each play that has ended has one record that says the same, its path leads through the story of its release to the
 * ending that it names, and the record stands in the registration of the play, unless that was certified before.
 */
export function checkStories(
  records: readonly EvidenceRecord[],
  stored: readonly StoredPlay[],
  storyOf: StoryOf,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const byId = new Map(stored.map((play) => [play.id, play]));
  const certifiedAt = new Map(
    records.flatMap(({ kind, registrationId, seq }) => (kind === "certified" ? [[registrationId, seq]] : [])),
  );
  for (const record of records.filter(isStoryEnd)) {
    const { playId, storyId, endingId, path } = record.body;
    const say = (problem: string) =>
      found.push({ personId: record.personId, subject: `story play ${playId}`, problem });
    const story = storyOf(record.releaseId ?? "", storyId);
    const position = story && followPath(story, path);
    if (position?.at !== "ending" || position.ending.id !== endingId) say("does not lead to its ending in its release");
    const play = byId.get(playId);
    byId.delete(playId);
    if (!play) {
      say("is in the evidence and not stored");
      continue;
    }
    if (canonicalJson(endOf(play)) !== canonicalJson(toldEnd(record))) say("differs from its evidence");
    const finished = (certifiedAt.get(play.registrationId) ?? record.seq) < record.seq;
    if (record.registrationId !== (finished ? null : play.registrationId))
      say(finished ? "is counted in a registration that was certified before" : "is not counted in its registration");
  }
  for (const play of byId.values())
    if (play.endedAt !== null)
      found.push({ personId: play.personId, subject: `story play ${play.id}`, problem: "has ended without evidence" });
  return found;
}

function isStoryEnd(record: EvidenceRecord): record is EndRecord {
  return record.body.kind === "story_ended";
}

function endOf({ personId, releaseId, storyId, number, path, endingId, startedAt, endedAt }: StoredPlay) {
  return { personId, releaseId, subject: storyId, storyId, number, path, endingId, startedAt, endedAt };
}

function toldEnd({ personId, releaseId, subject, at, body: { kind: _, playId: __, ...told } }: EndRecord) {
  return { personId, releaseId, subject, ...told, endedAt: at };
}
