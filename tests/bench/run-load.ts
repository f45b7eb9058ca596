import { runChild } from "./child-work.ts";
import type { LoadAnswer, LoadTask } from "./load-generator.ts";
import type { Workshop } from "./workshop.ts";

const script = new URL("./load-generator.ts", import.meta.url);

let firstRequest = 0;

/** Puts one round of load on a server. Throws when an answer was not the one asked for: its rate would mean nothing. */
export async function runLoad(
  workshop: Workshop,
  label: string,
  task: Omit<LoadTask, "firstRequest" | "seconds"> & { seconds?: number },
): Promise<LoadAnswer> {
  const load = { seconds: workshop.seconds, ...task, firstRequest };
  const found = await runChild<LoadTask, LoadAnswer>(workshop, script, load);
  const wrong = Object.values(found.wrong).reduce((sum, count) => sum + count, 0);
  firstRequest += found.requests + wrong + task.connections;
  if (wrong > 0) throw new Error(`${label}: answers with another status than expected: ${JSON.stringify(found.wrong)}`);
  const rate = `${found.perSecond.toFixed(0)} a second`;
  workshop.say(
    `  ${label}: ${rate}, p99 ${found.p99Ms.toFixed(1)} ms (generator ${(found.busy * 100).toFixed(0)} % busy)`,
  );
  return found;
}
