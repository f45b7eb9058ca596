import type { ClauseLookup } from "../lessons/clause-lookup.ts";
import type { PresentedCheckpoint } from "../replays/present-checkpoint.ts";
import type { WatchedReplay, WatchStart } from "./watch-view.ts";

type PlayerChapter = { id: string; title: string; start: number; end: number; mandatory: boolean };
export type PlayerCue = { start: number; end: number; text: string };

/** All that the player is given. Milliseconds of the replay. */
export type PlayerData = {
  title: string;
  film: { url: string; type: string };
  poster: string | null;
  captions: { language: string; label: string; url: string }[];
  chaptersUrl: string;
  chapters: PlayerChapter[];
  cues: PlayerCue[];
  threshold: number;
  replay: WatchedReplay & { checkpoints: readonly PresentedCheckpoint[] };
  rules: ClauseLookup;
  start: WatchStart;
};
