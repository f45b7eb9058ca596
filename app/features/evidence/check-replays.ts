import type { EvidenceBody, Segment, watchings } from "#app/platform/db.server.ts";
import type { Replay } from "../programs/release-content.ts";
import { coveredWithin } from "../replays/merge-segments.ts";
import { replayMedia } from "../replays/replay-media.ts";
import { transcriptSections } from "../replays/transcript-sections.ts";
import { watchedState } from "../replays/watched-state.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";

type Watching = typeof watchings.$inferSelect;
type ReplayKind = "checkpoint_answered" | "transcript_section_read" | "replay_watched";
type ReplayRecord = EvidenceRecord & { body: { kind: ReplayKind } };
type ReplayOf = (releaseId: string, replayId: string) => Replay | null;

/**
 * Each record of a replay is what its release gives: the answer's key, the section's bounds, the share of what was
 * watched and every checkpoint answered before. A replay that is stored as complete has one record that says so, and
 * what the evidence counts as watched is stored as watched.
 */
export function checkReplays(
  records: readonly EvidenceRecord[],
  stored: readonly Watching[],
  replayOf: ReplayOf,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const open = new Map(stored.map((watching) => [keyOf(watching), watching]));
  const completed = new Map<string, number>();
  const answered = new Map<string, Set<string>>();
  for (const record of records.filter(isReplayRecord)) {
    const { personId, body } = record;
    const key = keyOf({ personId, ...body });
    const say = (problem: string) => found.push({ personId, subject: `replay ${body.replayId}`, problem });
    const replay = replayOf(record.releaseId ?? "", body.replayId);
    if (!replay || replayMedia(replay) !== body.media) {
      say("is not the recording of its release");
      continue;
    }
    const answers = answered.get(key) ?? new Set();
    answered.set(key, answers);
    const problem = problemOf(body, replay, answers);
    if (problem) say(problem);
    const segments = open.get(key)?.segments ?? [];
    if (body.kind === "checkpoint_answered") answers.add(body.checkpointId);
    else if (partsOf(body).some((part) => coveredWithin(segments, part) !== part[1] - part[0]))
      say("is in the evidence and not stored as watched");
    if (body.kind !== "replay_watched") continue;
    if (completed.has(key)) say("is recorded as watched twice");
    completed.set(key, record.at);
  }
  for (const [key, { personId, replayId, completedAt }] of open)
    if (completedAt !== (completed.get(key) ?? null))
      found.push({ personId, subject: `replay ${replayId}`, problem: "is complete at another time than its evidence" });
  return found;
}

function problemOf(body: ReplayRecord["body"], replay: Replay, answered: ReadonlySet<string>): string | null {
  switch (body.kind) {
    case "checkpoint_answered": {
      const checkpoint = replay.checkpoints.find(({ id }) => id === body.checkpointId);
      const choice = checkpoint?.choices.find(({ id }) => id === body.choice);
      if (answered.has(body.checkpointId)) return "has two answers at one checkpoint";
      return choice?.correct === body.correct ? null : "is answered otherwise than its release says";
    }
    case "transcript_section_read": {
      const section = transcriptSections(replay, []).find(({ number }) => number === body.section);
      return section?.start === body.start && section.end === body.end ? null : "has another section in its release";
    }
    case "replay_watched": {
      const { share, complete } = watchedState(replay, { segments: body.segments, answered });
      if (share !== body.share) return "has another share than its parts add up to";
      return complete ? null : "is recorded as watched and was not complete";
    }
  }
}

function partsOf(body: EvidenceBody & { kind: "transcript_section_read" | "replay_watched" }): Segment[] {
  return body.kind === "replay_watched" ? body.segments : [[body.start, body.end]];
}

function keyOf({ personId, replayId, media }: { personId: string; replayId: string; media: string }): string {
  return canonicalJson([personId, replayId, media]);
}

function isReplayRecord(record: EvidenceRecord): record is ReplayRecord {
  const { kind } = record.body;
  return kind === "checkpoint_answered" || kind === "transcript_section_read" || kind === "replay_watched";
}
