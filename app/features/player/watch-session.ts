import type { Segment, WatchBeat } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import type { BeatsAnswer } from "../replays/record-beats.server.ts";
import type { StartedWatching } from "../replays/start-watching.server.ts";
import { beatSeconds, watchLimits } from "../replays/watch-limits.ts";
import { type Asked, askToStart, type BeatReport, type Failure, sendBeats } from "./ask-server.ts";
import {
  beginStretch,
  emptyJournal,
  endStretch,
  extendStretch,
  noteBeat,
  unansweredParts,
  withoutAnswered,
} from "./beat-journal.ts";
import { keepBeats, sendKeptBeats } from "./kept-beats.ts";

/** What plays at this moment; null while nothing does. */
export type Playing = Pick<WatchBeat, "rate" | "visible"> | null;

type Listeners = {
  /** After each answer. `lost` when something that was played is not believed. */
  onAnswer: (answer: BeatsAnswer, lost: boolean) => void;
  /** A report did not get through; what it held is kept. */
  onFailure: (failure: Failure) => void;
};

/** Reports what is played in one page: starts with `begin`, then is told at every turn where the video stands. */
export function openWatchSession(replayId: string, { onAnswer, onFailure }: Listeners) {
  let open: { id: string; startedAt: number } | null = null;
  let journal = emptyJournal;
  let sending: Promise<boolean> | null = null;
  let failing = false;

  async function begin(): Promise<Asked<StartedWatching>> {
    await sendKeptBeats();
    const asked = await askToStart(replayId);
    // The server counts from before its answer left, so that this clock is never ahead of it.
    if (asked.state === "answered") open = { id: asked.value.sessionId, startedAt: performance.now() };
    journal = emptyJournal;
    return asked;
  }

  /** `position` in milliseconds of the replay. A beat is noted at the end of each stretch, and every ten seconds. */
  function see(position: number, playing: Playing): void {
    if (!open) return;
    const moment = { at: performance.now() - open.startedAt, position };
    const { open: stretch } = journal;
    if (stretch) {
      const sameWay = playing?.rate === stretch.rate && playing.visible === stretch.visible;
      journal = extendStretch(journal, moment);
      if (!sameWay) journal = endStretch(journal);
      else if (moment.at - journal.toldAt >= beatSeconds * 1000) journal = noteBeat(journal);
    }
    if (!journal.open && playing) journal = beginStretch(journal, { ...moment, ...playing });
    if (journal.unsent.length > 0 && (!journal.open || journal.toldAt === journal.open.at)) void send();
  }

  /** The video stands elsewhere now: the stretch ended where it was seen last. */
  function leap(): void {
    if (journal.open) {
      journal = endStretch(journal);
      void send();
    }
  }

  /** Sends what is not answered yet. False when it does not get through. */
  function send(): Promise<boolean> {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendAll(): Promise<boolean> {
    while (open && journal.unsent.length > 0) {
      const { id } = open;
      const report = nextReport(id);
      const asked = await sendBeats(replayId, report);
      if (open?.id !== id) return false;
      failing = asked.state !== "answered";
      if (asked.state !== "answered") {
        onFailure(asked.state);
        return false;
      }
      journal = withoutAnswered(journal, report.beats);
      const { beats, sessionEnded } = asked.value;
      if (sessionEnded) end();
      onAnswer(
        asked.value,
        beats.some((beat) => !beat.believed && beat.reason !== "old"),
      );
    }
    return true;
  }

  function nextReport(session: string): BeatReport {
    return { session, beats: journal.unsent.slice(0, watchLimits.beatsARequest) };
  }

  /** The page goes away: what is left is handed to the browser, which sends it by itself. */
  function leave(): void {
    journal = noteBeat(journal);
    if (!open || journal.unsent.length === 0) return;
    const report = nextReport(open.id);
    navigator.sendBeacon(paths.replayBeats(replayId), JSON.stringify(report));
    if (failing) keepBeats(replayId, report);
  }

  function end(): void {
    open = null;
    journal = emptyJournal;
  }

  return {
    begin,
    see,
    leap,
    leave,
    end,
    /** Notes what plays now, then sends all there is. */
    flush: () => {
      journal = noteBeat(journal);
      return send();
    },
    isOpen: () => open !== null,
    unanswered: (): Segment[] => unansweredParts(journal),
  };
}
