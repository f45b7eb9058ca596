import type { WatchBeat } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import type { AnsweredCheckpoint } from "../replays/answer-checkpoint.server.ts";
import type { BeatsAnswer } from "../replays/record-beats.server.ts";
import type { StartedWatching } from "../replays/start-watching.server.ts";

/** `unreachable` is worth trying again later; `refused` is not. */
export type Failure = "unreachable" | "signed-out" | "refused";
export type Asked<T> = { state: "answered"; value: T } | { state: Failure };

export function askToStart(replayId: string): Promise<Asked<StartedWatching>> {
  return post(paths.replaySession(replayId), new URLSearchParams());
}

export function sendBeats(replayId: string, report: BeatReport): Promise<Asked<BeatsAnswer>> {
  return post(paths.replayBeats(replayId), JSON.stringify(report));
}

export function sendAnswer(
  replayId: string,
  { checkpointId, choice }: { checkpointId: string; choice: string },
): Promise<Asked<AnsweredCheckpoint>> {
  return post(paths.replayCheckpoint(replayId, checkpointId), new URLSearchParams({ choice }));
}

export type BeatReport = { session: string; beats: WatchBeat[] };

async function post<T>(url: string, body: string | URLSearchParams): Promise<Asked<T>> {
  try {
    // Kept alive, as the page may be on its way out. A redirect leads to the sign-in page.
    const response = await fetch(url, { method: "POST", body, redirect: "manual", keepalive: true });
    if (response.ok) return { state: "answered", value: (await response.json()) as T };
    if (response.type === "opaqueredirect" || response.status === 401) return { state: "signed-out" };
    return { state: isPassing(response.status) ? "unreachable" : "refused" };
  } catch {
    return { state: "unreachable" };
  }
}

/** The server is too busy or away for the moment. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}
