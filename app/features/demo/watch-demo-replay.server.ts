import type { Database } from "#app/platform/db.server.ts";
import { answerCheckpoint } from "../replays/answer-checkpoint.server.ts";
import { getWatching } from "../replays/get-watching.server.ts";
import { recordBeats } from "../replays/record-beats.server.ts";
import { toMs } from "../replays/replay-media.ts";
import { startWatching } from "../replays/start-watching.server.ts";
import type { WorkingTime } from "./working-time.ts";

/** A partner at work: `clock` tells `time`. */
export type PartnerWalk = { db: Database; clock: { now: () => number }; personId: string; time: WorkingTime };

const answeringMs = 25_000;

/** Plays a replay to its end and answers what it asks, or only to the middle of its first part. */
export async function watchDemoReplay(
  walk: PartnerWalk,
  { replayId, whole }: { replayId: string; whole: boolean },
): Promise<void> {
  const { replay, checkpoints } = await getWatching({ ...walk, replayId });
  const { sessionId } = await startWatching({ ...walk, replayId });
  const began = walk.time.now();
  const end = toMs(replay.durationSeconds);
  const stops = [...checkpoints.map(({ id, at }) => ({ id, at })), { id: null, at: end }];
  let from = 0;
  for (const [n, { id, at }] of stops.entries()) {
    const since = walk.time.now() - began;
    const position = whole ? at : Math.round(at / 2);
    walk.time.spend(position - from);
    const beat = { seq: n + 1, stretch: n + 1, since, from, at: since + position - from, position };
    await recordBeats({ ...walk, replayId, sessionId, beats: [{ ...beat, rate: 1, visible: true }] });
    if (!whole) return;
    from = position;
    if (id === null) continue;
    walk.time.spend(answeringMs);
    const choice = checkpoints.find((one) => one.id === id)?.choices[0]?.token ?? "";
    await answerCheckpoint({ ...walk, replayId, checkpointId: id, choice });
  }
}
