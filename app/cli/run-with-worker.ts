import { startWorker, type Worker } from "#app/features/work/start-worker.server.ts";
import { runServer } from "#app/platform/http/run-server.server.ts";
import { backgroundRegistry } from "#app/routes/background/registry.server.ts";

/** Runs the server with what it does in the background beside it: both begin together, and stop together. */
export async function runWithWorker(run: Parameters<typeof runServer>[0]): Promise<void> {
  let worker: Worker | undefined;
  let stopped: Promise<void> | undefined;
  // From the first moment of stopping on, nothing new is taken up.
  run.server.addHook("preClose", async () => {
    stopped = worker?.stop();
  });
  await runServer({
    ...run,
    onListening: (url) => {
      worker = startWorker(run.context, backgroundRegistry());
      run.onListening(url);
    },
  });
  await stopped;
}
