import { openCarrier } from "#app/features/messages/open-carrier.server.ts";
import { startMessageWorker } from "#app/features/messages/run-message-worker.server.ts";
import { type RunReport, type Sender, sendWaiting } from "#app/features/messages/send-waiting.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { messageChecks } from "#app/routes/message-checks.server.ts";
import type { Command, ExitCode } from "../command.ts";
import type { Output } from "../output.ts";

export const messagesSendCommand: Command = {
  name: "messages send",
  usage: "[--once]",
  summary:
    "Sends what waits in the outbox until it is told to stop, as a server does by itself; with --once, until nothing is " +
    "due. May run beside servers and other senders: none sends what another has taken.",
  options: { once: { type: "boolean" } },
  positionals: [0, 0],
  run: async ({ values, app, output }) => {
    const context = await app();
    const way = await openCarrier(context);
    if (!way)
      throw new Error("There is no mail server. Set SMTP_URL, such as smtp://user:password@mail.example.com:587.");
    if (way.remark) output.error(way.remark);
    const ends = { sent: 0, waiting: 0, dead: 0, dropped: 0 };
    const sender: Omit<Sender, "worker"> = {
      ...{ app: context, carrier: way.carrier, checks: messageChecks },
      onEnd: (message, { state, said }) => {
        ends[state] += 1;
        output.line(`${message.id}  ${message.reason}  ${state}  ${said}`.trimEnd());
        output.record({ type: "message-tried", id: message.id, reason: message.reason, state, said });
      },
    };
    try {
      if (values.once) return tell(output, await sendEverything(sender), ends);
      const worker = startMessageWorker(sender);
      await new Promise<void>((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      });
      await worker.stop();
      return 0;
    } finally {
      way.close();
    }
  },
};

async function sendEverything(sender: Omit<Sender, "worker">): Promise<RunReport> {
  const worker = newId();
  const whole: RunReport = { taken: 0, lost: 0, away: false };
  for (;;) {
    const { taken, lost, away } = await sendWaiting({ ...sender, worker });
    whole.taken += taken;
    whole.lost += lost;
    whole.away = away;
    if (taken === 0 || away) return whole;
  }
}

type Ends = { sent: number; waiting: number; dead: number; dropped: number };

function tell(output: Output, { lost, away }: RunReport, ends: Ends): ExitCode {
  const given = ends.dead + lost;
  output.line(`${ends.sent} sent, ${ends.waiting} to be tried again, ${given} given up, ${ends.dropped} not needed.`);
  if (away) output.error("The mail server is away or refuses us; the rest waits.");
  output.record({ type: "messages-sent", ...ends, dead: given, away });
  return away ? 1 : 0;
}
