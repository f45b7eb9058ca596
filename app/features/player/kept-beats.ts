import { type BeatReport, sendBeats } from "./ask-server.ts";

const place = "cleared-kept-beats";

/** What could not be reported when a page went away waits in this browser for the next one. */
export function keepBeats(replayId: string, report: BeatReport): void {
  try {
    localStorage.setItem(place, JSON.stringify({ replayId, report }));
  } catch {
    // A browser may forbid it; then what was watched without connection is lost with the page.
  }
}

/** Reports what an earlier page has left. Of somebody else, or of a release that is gone, it is refused and forgotten. */
export async function sendKeptBeats(): Promise<void> {
  const kept = readKept();
  if (!kept) return;
  const { state } = await sendBeats(kept.replayId, kept.report);
  if (state === "answered" || state === "refused") localStorage.removeItem(place);
}

function readKept(): { replayId: string; report: BeatReport } | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}
