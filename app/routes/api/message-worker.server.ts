import { type OpenCarrier, openCarrier } from "#app/features/messages/open-carrier.server.ts";
import { type MessageWorker, startMessageWorker } from "#app/features/messages/run-message-worker.server.ts";
import type { ServerPlugin } from "#app/platform/http/server-world.ts";
import { messageChecks } from "../message-checks.server.ts";

/** Empties the outbox while the server listens; before it ends, what is in hand is finished. */
export const messageWorker: ServerPlugin = async (server, { context, metrics }) => {
  let way: OpenCarrier | null = null;
  let worker: MessageWorker | undefined;
  server.addHook("onListen", async () => {
    way = await openCarrier(context);
    if (!way) return context.log.warn("SMTP_URL is not set: messages wait in the outbox");
    if (way.remark) context.log.warn(way.remark);
    const onEnd = (_: unknown, { state }: { state: Parameters<typeof metrics.countMessage>[0] }) =>
      metrics.countMessage(state);
    worker = startMessageWorker({ app: context, carrier: way.carrier, checks: messageChecks, onEnd });
  });
  server.addHook("onClose", async () => {
    await worker?.stop();
    way?.close();
  });
};
