import { newId } from "#app/platform/new-id.server.ts";
import { type Sender, sendWaiting } from "./send-waiting.server.ts";

export type MessageWorker = {
  /** Takes nothing more; resolves when what is in hand is finished. */
  stop: () => Promise<void>;
};

/** How often it looks for something due, in milliseconds: one read of an index when there is nothing. */
const lookEvery = 2_000;
/** After the mail server was away, doubled each time it still is. */
const awayFirst = 15_000;
const awayLongest = 5 * 60_000;

/** Sends what becomes due until it is stopped. */
export function startMessageWorker(sender: Omit<Sender, "worker">): MessageWorker {
  const worker = newId();
  const { log } = sender.app;
  let stopping = false;
  let awake: () => void = () => {};
  let away = 0;

  async function work() {
    while (!stopping) {
      try {
        const run = await sendWaiting({ ...sender, worker, stopping: () => stopping });
        away = run.away ? Math.min(awayLongest, (away || awayFirst / 2) * 2) : 0;
        if (run.away) log.warn({ againAfterMs: away }, "the mail server is away");
        if (run.taken > 0 && !run.away) continue;
      } catch (error) {
        log.error({ err: error }, "the outbox could not be worked through");
      }
      if (!stopping) await pause(away || lookEvery);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      awake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const ended = work();
  return {
    stop: () => {
      stopping = true;
      awake();
      return ended;
    },
  };
}
