import { useEffect, useState } from "react";
import type { PlayerData } from "./player-data.ts";
import { type VideoWatcher, watchVideo } from "./watch-video.ts";
import { viewAtStart, type WatchView } from "./watch-view.ts";

/** What is watched in a video, from the moment that the element is there. */
export function useWatching(
  video: HTMLVideoElement | null,
  { replay, start }: PlayerData,
): { view: WatchView; watcher: VideoWatcher | null } {
  const [view, setView] = useState(() => viewAtStart(start));
  const [watcher, setWatcher] = useState<VideoWatcher | null>(null);
  // What the page was opened with stays: whatever comes later, the watching itself has told.
  const [opened] = useState({ replay, start });
  useEffect(() => {
    if (!video) return;
    const watching = watchVideo({ video, ...opened, onChange: setView });
    setWatcher(watching);
    return () => watching.stop();
  }, [video, opened]);
  return { view, watcher };
}
