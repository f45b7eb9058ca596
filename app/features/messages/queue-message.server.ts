import { randomBytes } from "node:crypto";
import { type Handle, type MessageContent, messages } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { searchText } from "./search-text.ts";

export type NewMessage = {
  /** Null for somebody who is not known yet. */
  personId: string | null;
  toName: string;
  toAddress: string;
  reason: string;
  step: string;
  /** Names what this message is for: (person, reason, step) and the occasion. Whoever asks again changes nothing. */
  onceKey: string;
  /** Only for somebody who is known: a stranger has no say to keep. */
  optional: boolean;
  language: string;
  content: MessageContent;
  causedBy: string;
  /** Not sent before this instant. */
  dueAt: number;
};

/**
 * Puts a message into the outbox, in the transaction of what causes it; a worker sends it after the commit. Returns
 * whether it is new: one with the same `onceKey` stays as it is. Throws for a link that does not lead into this system.
 */
export async function queueMessage(tx: Handle, message: NewMessage, now: number): Promise<boolean> {
  requirePaths(message.content);
  const row = {
    ...message,
    id: newId(),
    createdAt: now,
    state: "waiting" as const,
    tries: 0,
    unsubscribeToken: message.optional && message.personId ? randomBytes(24).toString("base64url") : null,
    searchText: searchText(message),
  };
  const added = await tx
    .insert(messages)
    .values(row)
    .onConflictDoNothing({ target: messages.onceKey })
    .returning({ id: messages.id });
  return added.length > 0;
}

function requirePaths({ blocks }: MessageContent): void {
  const linked = blocks.flatMap((block) => {
    if (block.kind === "action") return [block.path];
    return block.kind === "list" ? block.items.flatMap(({ path }) => path ?? []) : [];
  });
  const wrong = linked.find((path) => !/^\/(?!\/)/.test(path));
  if (wrong !== undefined)
    throw new Error(`A message may link only to paths of this system, not to ${JSON.stringify(wrong)}.`);
}
