import { useEffect, useState } from "react";
import type { PlayerData } from "./player-data.ts";
import { jumpTo, listenTo, positionOf } from "./video-element.ts";

const playlist = "application/vnd.apple.mpegurl";

/**
 * Gives the video its film, at the place where it stopped; a playlist by a script, where that can be done. Answers whether the film failed to come. Loading the video again asks for it anew and goes on at the same place.
 */
export function useFilm(
  video: HTMLVideoElement | null,
  { film: { url, type }, start: { resumeAt } }: PlayerData,
): boolean {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!video) return;
    let position = resumeAt;
    const stopListening = listenTo(video, {
      timeupdate: () => {
        position = positionOf(video) || position;
      },
      loadedmetadata: () => jumpTo(video, position),
      canplay: () => setFailed(false),
      error: () => setFailed(true),
    });
    let stopPlaying: (() => void) | null = null;
    let gone = false;
    const play = () => {
      video.src = url;
    };
    // Also where the browser could play it: only the script can show a signature with each piece.
    if (type === playlist)
      void import("./play-hls.ts").then(({ playHls }) => {
        if (gone) return;
        stopPlaying = playHls(video, url);
        if (!stopPlaying) play();
      }, play);
    else play();
    return () => {
      gone = true;
      stopListening();
      stopPlaying?.();
    };
  }, [video, url, type, resumeAt]);
  return failed;
}
