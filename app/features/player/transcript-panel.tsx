import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { clockText } from "./clock-text.ts";
import { splitAtHits } from "./find-cues.ts";
import type { PlayerCue, PlayerData } from "./player-data.ts";
import { usePlace } from "./use-place.ts";
import type { WatchView } from "./watch-view.ts";

type TranscriptPanelProps = {
  data: PlayerData;
  view: WatchView;
  video: HTMLVideoElement | null;
  onSeek: (position: number) => void;
};

/** What is said: follows the video until the reader scrolls, can be searched, and a tap on a line goes there. */
export function TranscriptPanel({ data, view, video, onSeek }: TranscriptPanelProps) {
  const { t } = useTranslation("replays");
  const { cues, replay } = data;
  const [query, setQuery] = useState("");
  const [follows, setFollows] = useState(true);
  const starts = useMemo(() => cues.map(({ start }) => start), [cues]);
  const place = usePlace(video, starts);
  const lines = useRef<HTMLOListElement>(null);
  const searched = query.trim() !== "";
  const shown = cues
    .map((cue, index) => ({ cue, index, pieces: splitAtHits(cue.text, query) }))
    .filter(({ pieces }) => !searched || pieces.length > 1);
  useEffect(() => {
    if (follows && !searched) showLine(lines.current, place);
  }, [place, follows, searched]);
  const letGo = () => setFollows(false);
  return (
    <section aria-labelledby="transcript" className="flex flex-col gap-2">
      <h2 id="transcript">{t("transcript.title")}</h2>
      <input
        type="search"
        className="field"
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        aria-label={t("transcript.search")}
        placeholder={t("transcript.search")}
      />
      <p role="status" className="text-ink-3 text-sm empty:hidden">
        {searched ? t("transcript.found", { count: shown.length }) : ""}
      </p>
      <ol
        ref={lines}
        aria-label={t("transcript.lines")}
        className="transcript-lines"
        onWheel={letGo}
        onTouchMove={letGo}
        onKeyDown={letGo}
      >
        {shown.map(({ cue, index, pieces }) => (
          <Line
            key={cue.start}
            cue={cue}
            pieces={pieces}
            current={index === place}
            ahead={!video || (view.firstView && index > place && cue.start > view.furthest)}
            onSeek={onSeek}
          />
        ))}
      </ol>
      <p className="flex flex-wrap gap-x-5 gap-y-2 text-[0.95rem]">
        {follows || searched ? null : (
          <button type="button" className="text-accent cursor-pointer underline" onClick={() => setFollows(true)}>
            {t("transcript.follow")}
          </button>
        )}
        <a href={paths.replayTranscript(replay.id)}>{t("transcript.asPage")}</a>
      </p>
    </section>
  );
}

type LineProps = {
  cue: PlayerCue;
  /** Every second one was searched for. */
  pieces: string[];
  current: boolean;
  ahead: boolean;
  onSeek: (position: number) => void;
};

function Line({ cue, pieces, current, ahead, onSeek }: LineProps) {
  return (
    <li>
      <button
        type="button"
        className="player-row"
        aria-current={current ? "true" : undefined}
        aria-disabled={ahead}
        onClick={() => onSeek(cue.start)}
      >
        <span className="text-ink-3 w-11 shrink-0 text-right text-sm tabular-nums">{clockText(cue.start)}</span>
        <span className="min-w-0">
          {pieces.map((piece, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text in their order
            index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
          )}
        </span>
      </button>
    </li>
  );
}

/** Brings a line into the upper third of its box, without moving the page. */
function showLine(box: HTMLElement | null, place: number) {
  const line = box?.children[place];
  if (!box || !(line instanceof HTMLElement)) return;
  box.scrollTo({ top: line.offsetTop - box.offsetTop - box.clientHeight / 3 });
}
