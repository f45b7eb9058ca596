import type { DetailedHTMLProps, HTMLAttributes } from "react";

type MediaElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  /** Elements of one's own take the attribute as it is. */
  class?: string;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "media-controller": MediaElement & { hotkeys?: string; gesturesdisabled?: string };
      "media-control-bar": MediaElement;
      "media-loading-indicator": MediaElement & { noautohide?: string };
      "media-play-button": MediaElement;
      "media-seek-backward-button": MediaElement & { seekoffset?: string };
      "media-time-range": MediaElement;
      "media-time-display": MediaElement & { showduration?: string };
      "media-mute-button": MediaElement;
      "media-volume-range": MediaElement;
      "media-playback-rate-button": MediaElement & { rates?: string };
      "media-captions-button": MediaElement;
      "media-pip-button": MediaElement;
      "media-fullscreen-button": MediaElement;
    }
  }
}
