import type { Segment, watchings } from "#app/platform/db.server.ts";
import type { Replay } from "../programs/release-content.ts";
import { replayLength, replayMedia, toMs } from "../replays/replay-media.ts";
import type { DemoRecord } from "./demo-history.ts";
import { demoId } from "./demo-id.ts";
import { dayMs } from "./demo-timeline.ts";
import { workingTime } from "./working-time.ts";

export type WatchedDemo = {
  personId: string;
  records: DemoRecord[];
  watchings: (typeof watchings.$inferInsert)[];
};

type Given = { replays: readonly Replay[]; startAt: number; until: number; random: () => number };

/** The replays that somebody watched whole, one after the other with days in between; what would end later than `until` is not begun. */
export function planWatching(
  { id: personId, timeZone }: { id: string; timeZone: string },
  { replays, startAt, until, random }: Given,
): WatchedDemo {
  const told: WatchedDemo = { personId, records: [], watchings: [] };
  const time = workingTime({ timeZone, startAt, random });
  // Half of those who are in watch all of it; the others stop somewhere.
  const wanted = random() < 0.5 ? replays.length : Math.floor(random() * replays.length);
  for (const replay of replays.slice(0, wanted)) {
    const length = replayLength(replay);
    const began = time.now();
    if (began + length + dayMs > until) break;
    watchOne(told, { replay, began, random });
    time.spend(length);
    time.rest(1 + random() * 6);
  }
  return told;
}

function watchOne(
  told: WatchedDemo,
  { replay, began, random }: { replay: Replay; began: number; random: () => number },
) {
  const { personId, records } = told;
  const { id: replayId, checkpoints } = replay;
  const [media, length] = [replayMedia(replay), replayLength(replay)];
  const segments: Segment[] = [[0, length]];
  const record = (at: number, subject: string, body: DemoRecord["body"]) =>
    records.push({ id: demoId(at, random), at, subject, body, beside: true });
  for (const { id: checkpointId, at, choices } of [...checkpoints].sort((a, b) => a.at - b.at)) {
    const choice = choices[Math.floor(random() * choices.length)];
    if (!choice) continue;
    const answer = { replayId, media, checkpointId, choice: choice.id, correct: choice.correct };
    record(began + toMs(at), `${replayId}/${checkpointId}`, { kind: "checkpoint_answered", ...answer });
  }
  const completedAt = began + length;
  record(completedAt, replayId, { kind: "replay_watched", replayId, media, share: 1, segments });
  const place = { furthest: length, position: length, overdraft: 0, updatedAt: completedAt, completedAt };
  told.watchings.push({ personId, replayId, media, segments, ...place });
}
