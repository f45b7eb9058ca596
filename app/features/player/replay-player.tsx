import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useList } from "#app/ui/use-list.ts";
import { progressSentence } from "../replays/progress-sentence.ts";
import { replayProgress } from "../replays/replay-progress.ts";
import { sendAnswer } from "./ask-server.ts";
import { ChapterList } from "./chapter-list.tsx";
import { CheckpointDialog } from "./checkpoint-dialog.tsx";
import { KeyHelp } from "./key-help.tsx";
import { MediaPlayer } from "./media-player.tsx";
import type { PlayerData } from "./player-data.ts";
import { PlayerNotices } from "./player-notices.tsx";
import { TranscriptPanel } from "./transcript-panel.tsx";
import { useFilm } from "./use-film.ts";
import { useWatching } from "./use-watching.ts";
import { WatchedBar } from "./watched-bar.tsx";

/** A replay to watch: film, what is watched of it, chapters, transcript, and the questions at their time. */
export function ReplayPlayer({ data, begun }: { data: PlayerData; begun: boolean }) {
  const { t } = useTranslation("replays");
  const list = useList();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const { view, watcher } = useWatching(video, data);
  const filmFailed = useFilm(video, data);
  const [putOff, setPutOff] = useState(false);
  const { checkpoints, maximumRate, id: replayId } = data.replay;
  const asked = view.due ? checkpoints.findIndex(({ id }) => id === view.due) : -1;
  const question = checkpoints[asked];
  const questionsLeft = view.complete ? 0 : checkpoints.filter(({ id }) => !view.answered.has(id)).length;
  const progress = replayProgress(data, { ...view, questionsLeft, begun: begun || view.segments.length > 0 });
  const seek = useCallback((position: number) => watcher?.seek(position), [watcher]);
  return (
    <div className="player-page">
      <div className="flex min-w-0 flex-col gap-4">
        <div className="player-stage">
          <MediaPlayer data={data} maximumRate={view.firstView ? maximumRate : null} onVideo={setVideo} />
          <WatchedBar data={data} view={view} />
        </div>
        <p role="status" className="text-[1.05rem]">
          {progressSentence(progress, { t, list })}
        </p>
        <PlayerNotices
          view={view}
          filmFailed={filmFailed}
          questionWaits={putOff && view.due === null && view.firstView}
          onGoOnHere={() => void watcher?.goOnHere()}
          onLoadAgain={() => video?.load()}
          onAsk={() => void video?.play()}
        />
        <ChapterList data={data} view={view} video={video} onSeek={seek} />
        <KeyHelp maximumRate={view.firstView ? maximumRate : null} />
      </div>
      <TranscriptPanel data={data} view={view} video={video} onSeek={seek} />
      {question && watcher ? (
        <CheckpointDialog
          key={question.id}
          question={question}
          number={asked + 1}
          total={checkpoints.length}
          title={data.title}
          rules={data.rules}
          answer={async (choice) => {
            if (!(await watcher.flush())) return { state: "unreachable" };
            return sendAnswer(replayId, { checkpointId: question.id, choice });
          }}
          onClose={(answered) => {
            setPutOff(answered === null);
            if (!answered) return watcher.putOff();
            watcher.answered(question.id, answered.complete);
            void video?.play();
          }}
        />
      ) : null}
    </div>
  );
}
