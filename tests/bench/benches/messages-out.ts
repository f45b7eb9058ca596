import { join } from "node:path";
import { makeMessages, openOffice } from "#tests/make-messages.ts";
import type { Bench } from "../bench.ts";
import { startChild } from "../child-work.ts";
import { withApp } from "../open-bench-app.ts";
import { lineOf, rounds } from "../statistics.ts";

const sink = new URL("../mail-sink.ts", import.meta.url);
const warmingUp = 200;
const perRound = 1_000;

/** From the outbox to a mail server on this machine, each claimed and ended on disk. */
export const messagesOut: Bench = {
  lines: ["messages-out"],
  run: async (workshop) => {
    const { answer, stop } = await startChild<object, { url: string }>(workshop, sink, {});
    const perSecond = await withApp(`file:${join(workshop.folder, "messages.db")}`, async ({ db }) => {
      await db.migrate("db/migrations");
      using office = openOffice({ db, url: answer.url });
      const send = async (count: number) => {
        await makeMessages(
          db,
          Array.from({ length: count }, () => ({})),
        );
        const startedAt = performance.now();
        await office.send({ limit: count });
        const found = count / ((performance.now() - startedAt) / 1000);
        workshop.say(`  ${found.toFixed(0)} messages a second`);
        return found;
      };
      await send(warmingUp);
      const found: number[] = [];
      for (let round = 0; round < rounds; round++) found.push(await send(perRound));
      return found;
    });
    stop();
    return [lineOf("messages-out", "messages/s", perSecond)];
  },
};
