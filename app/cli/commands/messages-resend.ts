import { resendMessage } from "#app/features/messages/resend-message.server.ts";
import type { Command } from "../command.ts";
import { requiredOption } from "./required-option.ts";

export const messagesResendCommand: Command = {
  name: "messages resend",
  usage: "MESSAGE_ID --by NAME",
  summary: "Sends a message again that was given up. One that may have been sent may then arrive twice.",
  options: { by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const by = requiredOption(values, "by");
    const messageId = positionals[0] ?? "";
    const { db, clock } = await app();
    const again = await resendMessage({ db, clock, messageId, by });
    output.line(again ? "It is in the outbox again." : "It was in the outbox again already.");
    output.record({ type: "message-resent", id: messageId, already: !again });
    return 0;
  },
};
