import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { clockText } from "./clock-text.ts";
import type { PlayerData } from "./player-data.ts";
import { usePlace } from "./use-place.ts";
import type { WatchView } from "./watch-view.ts";
import { chapterState } from "./watched-bar.tsx";

type ChapterListProps = {
  data: PlayerData;
  view: WatchView;
  video: HTMLVideoElement | null;
  onSeek: (position: number) => void;
};

const words = { watched: "chapterWatched", needed: "chapterNeeded", optional: "chapterOptional" } as const;
const shapes = { watched: "✓", needed: "●", optional: "–" };

/** The chapters with what is watched of each; a tap goes there. */
export function ChapterList({ data: { chapters }, view, video, onSeek }: ChapterListProps) {
  const { t } = useTranslation("replays");
  const starts = useMemo(() => chapters.map(({ start }) => start), [chapters]);
  const place = usePlace(video, starts);
  return (
    <section aria-labelledby="chapters" className="flex flex-col gap-2">
      <h2 id="chapters">{t("player.chapters")}</h2>
      <ol>
        {chapters.map((chapter, index) => {
          const state = chapterState(chapter, view);
          const ahead = view.firstView && index > place && chapter.start > view.furthest;
          return (
            <li key={chapter.id}>
              <button
                type="button"
                className="player-row"
                aria-current={index === place ? "true" : undefined}
                aria-disabled={ahead || !video}
                title={ahead ? t("player.chapterAhead") : undefined}
                onClick={() => onSeek(chapter.start)}
              >
                <span className="text-ink-3 w-6 shrink-0 text-right tabular-nums">{index + 1}</span>
                <span className="min-w-0 flex-1">
                  {chapter.title}
                  <span className="text-ink-3 block text-sm">
                    <span aria-hidden="true">{shapes[state]} </span>
                    {t(`player.${words[state]}`)}
                  </span>
                </span>
                <span className="text-ink-3 shrink-0 text-sm tabular-nums">{clockText(chapter.start)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
