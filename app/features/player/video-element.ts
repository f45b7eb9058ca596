type Listener = (event: Event) => void;

/** Listens to several events; answers what ends that. */
export function listenTo(target: EventTarget, listeners: Record<string, Listener>): () => void {
  for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) target.removeEventListener(name, listener);
  };
}

/** Where the video stands, in milliseconds. */
export function positionOf(video: HTMLVideoElement): number {
  return video.currentTime * 1000;
}

export function jumpTo(video: HTMLVideoElement, position: number): void {
  video.currentTime = position / 1000;
}

/** Whether pictures and sound go on at this moment. */
export function isMoving(video: HTMLVideoElement): boolean {
  return !video.paused && !video.ended && !video.seeking && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
}

/** In sight: in a tab that is shown, or in a small window of its own. */
export function isInSight(video: HTMLVideoElement): boolean {
  return document.visibilityState === "visible" || document.pictureInPictureElement === video;
}

type PhoneVideo = HTMLVideoElement & { webkitDisplayingFullscreen?: boolean; webkitExitFullscreen?: () => void };

/** On an iPhone the video alone fills the screen, and nothing of the page can be shown above it. */
export function leaveNativeFullscreen(video: PhoneVideo): void {
  if (video.webkitDisplayingFullscreen) video.webkitExitFullscreen?.();
}
