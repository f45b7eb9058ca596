import { mergeSegments } from "../replays/merge-segments.ts";
import { seekLimit } from "../replays/seek-limit.ts";
import { beatSeconds, watchLimits } from "../replays/watch-limits.ts";
import { dueCheckpoint } from "./due-checkpoint.ts";
import { isInSight, isMoving, jumpTo, leaveNativeFullscreen, listenTo, positionOf } from "./video-element.ts";
import { openWatchSession } from "./watch-session.ts";
import { viewAtStart, type WatchedReplay, type WatchStart, type WatchView } from "./watch-view.ts";

/** How long it is said why a seek went elsewhere. */
const remarkMs = 8000;

type Given = { video: HTMLVideoElement; replay: WatchedReplay; start: WatchStart; onChange: (view: WatchView) => void };

export type VideoWatcher = ReturnType<typeof watchVideo>;

/**
 * Binds a video element to the protocol of watching: reports what plays, keeps a first view within what was watched, and
 * stops at questions. Nothing plays unless the person says so.
 */
export function watchVideo({ video, replay, start, onChange }: Given) {
  let view = viewAtStart(start);
  let reported = start.segments;
  let starting = false;
  const session = openWatchSession(replay.id, {
    onAnswer: ({ sessionEnded, furthest, share, chaptersNeeded, complete }, lost) => {
      if (complete) show({ complete, firstView: false });
      if (sessionEnded) video.pause();
      show({ offline: false, furthest, share, chaptersNeeded, ...(sessionEnded ? { stopped: "elsewhere" } : {}) });
      if (lost && view.firstView && where() > furthest + watchLimits.aheadSlack) {
        session.leap();
        jumpTo(video, furthest);
        show({ remark: "recovered" });
      }
    },
    onFailure: (failure) => {
      if (failure === "unreachable") return show({ offline: true });
      video.pause();
      session.end();
      show({ stopped: failure });
    },
  });

  /** Before anything of it is answered, and with that forgotten by the session. */
  function remember() {
    reported = mergeSegments(reported, session.unanswered());
  }

  function show(change: Partial<WatchView>) {
    remember();
    view = { ...view, ...change, segments: reported };
    onChange(view);
  }

  function where(): number {
    return Math.min(positionOf(video), replay.length);
  }

  /** What is played and not answered yet may be gone back to as well. */
  function furthest(): number {
    return Math.max(view.furthest, ...session.unanswered().map(([, end]) => end));
  }

  function playing() {
    return isMoving(video) ? { rate: video.playbackRate, visible: isInSight(video) } : null;
  }

  function observe() {
    if (video.seeking || (view.firstView && !video.paused && !mayPlayOn())) return;
    session.see(where(), playing());
    remember();
  }

  /** Stops at a question, and where nothing would count. */
  function mayPlayOn(): boolean {
    const due = dueCheckpoint(replay.checkpoints, { position: where(), answered: view.answered });
    const outOfSight = !replay.hiddenTabCounts && !isInSight(video);
    if (!due && !outOfSight) return true;
    video.pause();
    session.see(where(), null);
    if (due) leaveNativeFullscreen(video);
    show(due ? { due: due.id } : { remark: "paused" });
    return false;
  }

  async function begin() {
    if (starting || session.isOpen()) return;
    starting = true;
    const asked = await session.begin();
    starting = false;
    if (asked.state !== "answered") {
      video.pause();
      return show({ stopped: asked.state });
    }
    const { resumeAt, ...started } = asked.value;
    const goneOnElsewhere = Math.abs(resumeAt - start.resumeAt) > 1000 || view.stopped === "elsewhere";
    show({ stopped: null, furthest: started.furthest, firstView: started.firstView });
    if (goneOnElsewhere && started.furthest > 0) jumpTo(video, resumeAt);
    else if (started.firstView && where() > started.furthest + watchLimits.aheadSlack / 2)
      jumpTo(video, started.furthest);
    observe();
  }

  function onSeeking() {
    session.leap();
    const limit = seekLimit({ wanted: where(), furthest: furthest(), firstView: view.firstView });
    if (where() - limit <= watchLimits.aheadSlack) return;
    jumpTo(video, limit);
    show({ remark: "held" });
    setTimeout(() => view.remark === "held" && show({ remark: null }), remarkMs);
  }

  const stops = [
    listenTo(video, {
      play: () => {
        show({ remark: null });
        if (view.stopped === "elsewhere" || view.stopped === "signed-out") return video.pause();
        void begin();
        observe();
      },
      seeking: onSeeking,
      ratechange: () => {
        if (view.firstView && video.playbackRate > replay.maximumRate) video.playbackRate = replay.maximumRate;
        observe();
      },
      pause: () => {
        observe();
        show({});
      },
      ...Object.fromEntries(
        ["playing", "canplay", "seeked", "timeupdate", "waiting", "stalled", "ended", "leavepictureinpicture"].map(
          (name) => [name, observe],
        ),
      ),
    }),
    listenTo(document, {
      visibilitychange: () => {
        observe();
        if (document.visibilityState === "hidden") void session.flush();
      },
    }),
    listenTo(window, { pagehide: session.leave, online: () => void session.flush() }),
  ];
  const retry = setInterval(() => {
    if (session.unanswered().length > 0 && view.offline) void session.flush();
  }, beatSeconds * 1000);

  return {
    /** Resolves when all that was watched is reported; false when it does not get through. */
    flush: session.flush,
    seek: (position: number) => jumpTo(video, position),
    /** After the answer to a question. */
    answered: (checkpointId: string, complete: boolean) =>
      show({
        answered: new Set([...view.answered, checkpointId]),
        due: null,
        ...(complete ? { complete, firstView: false } : {}),
      }),
    putOff: () => show({ due: null }),
    goOnHere: async () => {
      await begin();
      if (session.isOpen()) await video.play();
    },
    stop: () => {
      clearInterval(retry);
      session.leave();
      for (const stop of stops) stop();
    },
  };
}
