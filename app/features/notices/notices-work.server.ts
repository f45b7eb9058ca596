import type { AppContext } from "#app/platform/app-context.ts";
import { runEvery, runNotices } from "./run-notices.server.ts";

/** The scheduled work of this feature: `every` in minutes. Answers figures by name. */
export const noticesWork = {
  name: "notices",
  every: runEvery / 60_000,
  run: async ({ db, clock }: AppContext): Promise<Record<string, number>> => {
    const run = await runNotices({ db, at: clock.now() });
    if (run.state !== "done") return {};
    const { sent, stopped, unwritten } = run;
    return unwritten > 0 ? { sent, stopped, unwritten } : { sent, stopped };
  },
};
