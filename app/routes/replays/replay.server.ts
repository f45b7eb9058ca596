import { clauseLookup } from "#app/features/lessons/clause-lookup.ts";
import type { PlayerData } from "#app/features/player/player-data.ts";
import type { Replay } from "#app/features/programs/release-content.ts";
import { filmFile } from "#app/features/recordings/film-file.ts";
import { getWatching } from "#app/features/replays/get-watching.server.ts";
import { replayLength, toMs } from "#app/features/replays/replay-media.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { paths } from "#app/platform/paths.ts";

/** A replay for its player, with where the person stands; no key that was not earned by an answer. */
export async function loadReplay(app: AppContext, { personId, replayId }: { personId: string; replayId: string }) {
  const watching = await getWatching({ ...app, personId, replayId });
  const { replay, release, checkpoints, begun, firstView, furthest, segments, resumeAt } = watching;
  const { share, chaptersNeeded, complete } = watching;
  const { title, summary, threshold, maximumRate, hiddenTabCounts } = replay;
  const inMs = <T extends { start: number; end: number }>(part: T) => ({
    ...part,
    start: toMs(part.start),
    end: toMs(part.end),
  });
  const player: PlayerData = {
    title,
    threshold,
    film: { url: paths.replayMedia(replay.id, filmFile(replay)), type: replay.source.type },
    poster: replay.poster && paths.replayMedia(replay.id, replay.poster),
    captions: replay.captions.map(({ language, label, file }) => ({
      language,
      label,
      url: paths.replayMedia(replay.id, file),
    })),
    chaptersUrl: paths.replayChapters(replay.id),
    chapters: replay.chapters.map(inMs),
    cues: replay.cues.map(inMs),
    replay: {
      id: replay.id,
      length: replayLength(replay),
      maximumRate,
      hiddenTabCounts,
      checkpoints: checkpoints.map(({ feedback: _, ...checkpoint }) => checkpoint),
    },
    rules: clauseLookup(release.summary),
    start: {
      ...{ resumeAt, firstView, furthest, segments, share, chaptersNeeded, complete },
      answered: checkpoints.filter(({ feedback }) => feedback !== null).map(({ id }) => id),
    },
  };
  return { title, summary, begun, player, film: filmOrigin(replay) };
}

/** For the policy of the page: a film of ours needs nothing, and a playlist is fed to the video by a script. */
function filmOrigin({ source }: Pick<Replay, "source">) {
  return { hosts: "url" in source ? [new URL(source.url).origin] : [], fed: source.type !== "video/mp4" };
}
