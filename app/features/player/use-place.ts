import { useEffect, useState } from "react";
import { listenTo, positionOf } from "./video-element.ts";

/** Where something is in a list that the video moves through, by the position in milliseconds; -1 before the first. */
export function usePlace(video: HTMLVideoElement | null, startsAt: readonly number[]): number {
  const [place, setPlace] = useState(-1);
  useEffect(() => {
    if (!video) return;
    const look = () => {
      const position = positionOf(video) + 1;
      setPlace(startsAt.findLastIndex((start) => start <= position));
    };
    return listenTo(video, { timeupdate: look, seeked: look, loadedmetadata: look });
  }, [video, startsAt]);
  return place;
}
