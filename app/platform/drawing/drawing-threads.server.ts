import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { AppContext } from "../app-context.ts";
import { serverLimits } from "../http/server-limits.ts";
import { projectRoot } from "../project-root.server.ts";
import type { ThreadAnswer, ThreadData, ThreadOrder } from "./drawing-thread.server.ts";
import type { DrawnPage } from "./page-order.ts";

type Order = Omit<ThreadOrder, "id">;
type Waiting = { resolve: (drawn: DrawnPage) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; ready: boolean; waiting: Map<number, Waiting> };

export type DrawingThreads = {
  /** Null when no thread is free: whoever asks draws the page. */
  draw: (order: Order) => Promise<DrawnPage> | null;
  close: () => Promise<void>;
};

const script = new URL("build/cli/drawing-thread.js", projectRoot);

/** More than this at one thread and the server draws too: it is then held up itself, which limits what it takes on. */
const mostWaiting = 32;
const restartAfterMs = 1000;

/** One core is the server's own; it could not keep more than these busy. */
const count = Math.min(availableParallelism() - 1, 4);

/** Threads that draw pages, so that whoever asks the gate meanwhile need not wait for them. On one core there are none. */
export function startDrawingThreads({ log }: Pick<AppContext, "log">, { pages }: { pages: string }): DrawingThreads {
  const workerData: ThreadData = { pages, compressFrom: serverLimits.compressFrom };
  let closed = false;
  let orders = 0;
  const threads = new Set<Thread>();
  for (let i = 0; i < count; i++) start();
  return {
    draw: (order) => {
      const thread = freest();
      if (!thread) return null;
      const id = orders++;
      return new Promise((resolve, reject) => {
        thread.waiting.set(id, { resolve, reject });
        thread.worker.postMessage({ ...order, id } satisfies ThreadOrder);
      });
    },
    close: async () => {
      closed = true;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };

  function start() {
    if (closed) return;
    const thread: Thread = { worker: new Worker(script, { workerData }), ready: false, waiting: new Map() };
    threads.add(thread);
    thread.worker.on("message", (answer: "ready" | ThreadAnswer) => {
      if (answer === "ready") thread.ready = true;
      else settle(thread, answer);
    });
    thread.worker.once("error", (error) => log.error({ err: error }, "a thread that draws pages failed"));
    thread.worker.once("exit", () => {
      threads.delete(thread);
      for (const { reject } of thread.waiting.values()) reject(new Error("The thread that drew the page has ended."));
      if (!closed) setTimeout(start, restartAfterMs).unref();
    });
  }

  function freest(): Thread | undefined {
    const free = [...threads].filter(({ ready, waiting }) => ready && waiting.size < mostWaiting);
    return free.sort((a, b) => a.waiting.size - b.waiting.size)[0];
  }
}

function settle({ waiting }: Thread, answer: ThreadAnswer) {
  const order = waiting.get(answer.id);
  waiting.delete(answer.id);
  if ("failed" in answer) order?.reject(answer.failed);
  else order?.resolve(answer.drawn);
}
