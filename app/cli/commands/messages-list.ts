import { listMessages } from "#app/features/messages/list-messages.server.ts";
import { messageStates } from "#app/features/messages/message-filter.ts";
import { type Command, UsageError } from "../command.ts";
import { isoInstant } from "./required-option.ts";

export const messagesListCommand: Command = {
  name: "messages list",
  usage: "[--state STATE] [--page N]",
  summary: `Lists messages, newest first, 50 a page. STATE is one of ${messageStates.join(", ")}.`,
  options: { state: { type: "string" }, page: { type: "string", default: "1" } },
  positionals: [0, 0],
  run: async ({ values, app, output }) => {
    const state = messageStates.find((one) => one === values.state) ?? null;
    if (values.state !== undefined && state === null)
      throw new UsageError(`--state is one of ${messageStates.join(", ")}.`);
    const asked = Number(values.page);
    if (!Number.isInteger(asked) || asked < 1) throw new UsageError("--page takes a whole number above 0.");
    const { db } = await app();
    const found = await listMessages(db.read, { state, reason: null, person: null, run: null, q: null }, asked);
    for (const { createdAt, dueAt, endedAt, ...message } of found.rows) {
      const { id, reason, step, toName, subject, outcome, tries } = message;
      const words = [id, isoInstant(createdAt), message.state, outcome, `${reason}/${step}`, toName, subject];
      output.line(words.filter(Boolean).join("  "));
      const ended = endedAt === null ? null : isoInstant(endedAt);
      const { toAddress: _, ...told } = { ...message, tries };
      output.record({
        type: "message",
        ...told,
        createdAt: isoInstant(createdAt),
        dueAt: isoInstant(dueAt),
        endedAt: ended,
      });
    }
    output.line(`${found.total} in all, page ${found.page} of ${found.pages}.`);
    return 0;
  },
};
