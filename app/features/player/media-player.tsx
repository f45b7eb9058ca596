import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlayerData } from "./player-data.ts";

type MediaPlayerProps = {
  data: PlayerData;
  /** What the first view allows; null afterwards. */
  maximumRate: number | null;
  onVideo: (video: HTMLVideoElement | null) => void;
};

const rates = [0.75, 1, 1.25, 1.5, 2];

/** The film with its controls, which come by themselves once the page is there. Nothing plays by itself. */
export function MediaPlayer({ data, maximumRate, onVideo }: MediaPlayerProps) {
  const { t } = useTranslation("replays");
  const chrome = useMediaChrome();
  const allowed = rates.filter((rate) => maximumRate === null || rate <= maximumRate);
  if (chrome !== "ready")
    return (
      <div className="player-box">
        {data.poster ? <img src={data.poster} alt="" className="size-full object-cover" /> : null}
        <p className="player-note" role={chrome === "failed" ? "alert" : undefined}>
          {t(chrome === "failed" ? "player.failed" : "player.loading")}
        </p>
      </div>
    );
  return (
    <media-controller class="player-box player" aria-label={t("player.label", { title: data.title })}>
      <video
        slot="media"
        ref={onVideo}
        playsInline
        preload="metadata"
        {...(data.poster ? { poster: data.poster } : {})}
      >
        <track kind="chapters" src={data.chaptersUrl} default />
        {data.captions.map(({ language, label, url }) => (
          <track key={language} kind="captions" srcLang={language} label={label} src={url} />
        ))}
      </video>
      <StartButton />
      <media-loading-indicator slot="centered-chrome" noautohide="" />
      <media-control-bar class="player-line">
        <media-time-range />
      </media-control-bar>
      <media-control-bar class="player-buttons">
        <media-play-button />
        <media-seek-backward-button seekoffset="10" />
        <media-mute-button class="player-wide" />
        <media-volume-range class="player-wide" />
        <media-time-display showduration="" />
        <span className="player-space" />
        <media-playback-rate-button rates={allowed.join(" ")} />
        <media-captions-button ref={makeSwitch} />
        <media-pip-button />
        <media-fullscreen-button />
      </media-control-bar>
    </media-controller>
  );
}

/** It says whether it is on, which a button may not. */
function makeSwitch(button: HTMLElement | null) {
  button?.setAttribute("role", "switch");
}

/** For a thumb. Keyboards and screen readers have the button below, which also pauses. */
function StartButton() {
  const start = (button: HTMLElement) => void button.closest("media-controller")?.querySelector("video")?.play();
  return (
    <button
      type="button"
      slot="centered-chrome"
      tabIndex={-1}
      aria-hidden="true"
      className="player-start"
      onClick={({ currentTarget }) => start(currentTarget)}
    >
      <svg viewBox="0 0 24 24" width="36" height="36" aria-hidden="true">
        <path d="M8 5v14l11-7z" fill="currentColor" />
      </svg>
    </button>
  );
}

function useMediaChrome(): "loading" | "ready" | "failed" {
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  useEffect(() => {
    import("./load-media-chrome.ts").then(
      ({ loadMediaChrome }) => {
        loadMediaChrome();
        setState("ready");
      },
      () => setState("failed"),
    );
  }, []);
  return state;
}
