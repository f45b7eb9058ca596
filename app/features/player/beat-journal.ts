import type { Segment, WatchBeat } from "#app/platform/db.server.ts";

/** Milliseconds since the session began, and milliseconds of the replay; both may have fractions. */
export type Moment = { at: number; position: number };

/** What a player has shown and has still to report. */
export type BeatJournal = {
  seq: number;
  stretch: number;
  /** The stretch that is playing now, up to the last moment that was seen of it. */
  open: WatchBeat | null;
  /** The newest beat of each stretch that the server has not answered, oldest first. It tells the whole stretch. */
  unsent: WatchBeat[];
  /** When something of the open stretch was noted last. */
  toldAt: number;
};

export const emptyJournal: BeatJournal = { seq: 0, stretch: 0, open: null, unsent: [], toldAt: 0 };

/** Play begins, or goes on at another place, rate or visibility. What was open must have ended. */
export function beginStretch(journal: BeatJournal, given: Moment & Pick<WatchBeat, "rate" | "visible">): BeatJournal {
  const since = Math.floor(given.at);
  const from = Math.floor(given.position);
  const stretch = journal.stretch + 1;
  const { rate, visible } = given;
  const open = { seq: journal.seq, stretch, since, from, at: since, position: from, rate, visible };
  return { ...journal, stretch, open, toldAt: since };
}

/** The open stretch has come this far. Play never goes back within a stretch, nor does time. */
export function extendStretch(journal: BeatJournal, { at, position }: Moment): BeatJournal {
  const { open } = journal;
  if (!open) return journal;
  const until = { at: Math.max(open.at, Math.floor(at)), position: Math.max(open.position, Math.floor(position)) };
  return { ...journal, open: { ...open, ...until } };
}

/** Notes the open stretch as a beat to send, in place of its earlier ones. */
export function noteBeat(journal: BeatJournal): BeatJournal {
  const { open, unsent } = journal;
  if (!open || open.position === open.from) return journal;
  const seq = journal.seq + 1;
  const beat = { ...open, seq };
  return {
    ...journal,
    seq,
    unsent: [...unsent.filter(({ stretch }) => stretch !== beat.stretch), beat],
    toldAt: open.at,
  };
}

/** The stretch is over: a pause, a seek, a stall, another rate, a tab that is hidden or shown. */
export function endStretch(journal: BeatJournal): BeatJournal {
  return { ...noteBeat(journal), open: null };
}

/** What the server has answered need not be sent again; what was noted meanwhile stays. */
export function withoutAnswered(journal: BeatJournal, answered: readonly WatchBeat[]): BeatJournal {
  const seqs = new Map(answered.map(({ stretch, seq }) => [stretch, seq]));
  const unsent = journal.unsent.filter(({ stretch, seq }) => seq > (seqs.get(stretch) ?? 0));
  return { ...journal, unsent };
}

/** What was played and is not answered yet, as parts of the replay. */
export function unansweredParts({ open, unsent }: BeatJournal): Segment[] {
  return [...unsent, ...(open ? [open] : [])].map(({ from, position }) => [from, position]);
}
