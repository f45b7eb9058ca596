import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { recordBounce } from "#app/features/messages/record-bounce.server.ts";
import { type Command, UsageError } from "../command.ts";

export const messagesBounceCommand: Command = {
  name: "messages bounce",
  usage: "FILE",
  summary:
    "Reads a report that a mail could not be delivered (RFC 3464), marks its message and, when there is no such mailbox, " +
    "its address. FILE is the whole mail; - reads it from standard input, as a mail server pipes it.",
  options: {},
  positionals: [1, 1],
  run: async ({ positionals, app, output }) => {
    const file = positionals[0] ?? "";
    const raw = file === "-" ? await text(process.stdin) : await readFile(file, "utf8").catch(unreadable(file));
    const { db, clock } = await app();
    const answer = await recordBounce({ db, clock, raw });
    output.record({ type: "bounce", ...answer });
    switch (answer.kind) {
      case "no-report":
        output.line("This is no report on the delivery of a mail; nothing was changed.");
        return 1;
      case "not-ours":
        output.line("The report is about no message of this system; nothing was changed.");
        return 1;
      case "no-failure":
        output.line("The report tells of no failure; nothing was changed.");
        return 0;
      case "recorded":
        output.line(
          `Message ${answer.messageId} came back${answer.refuses ? ", and nothing more goes to its address" : ""}.`,
        );
        return 0;
    }
  },
};

function unreadable(file: string) {
  return (cause: unknown): never => {
    throw new UsageError(`There is no file ${file} that can be read.`, { cause });
  };
}
