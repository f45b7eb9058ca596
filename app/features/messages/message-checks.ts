import type { Handle, MessageContent, MessageOutcome, messages } from "#app/platform/db.server.ts";

export type Message = typeof messages.$inferSelect;

/** It is put back until then, in milliseconds; `outcome` says why, the hours of its reader unless given. */
export type NotNow = { notBefore: number; outcome?: Extract<MessageOutcome, "quiet_hours" | "turned_off"> };

/** Null: it goes out as it is. A text: why nobody needs it any more, in plain words. Else what is to change before it goes. */
export type Verdict = null | string | NotNow | { content: MessageContent };

/** Asked right before a message goes out, at each try. `notBefore` lies after `now`, in milliseconds. */
type StillWanted = (message: Message, asked: { handle: Handle; now: number }) => Promise<Verdict>;

/** By the reason of a message; a reason without an entry is always wanted. */
export type MessageChecks = Record<string, StillWanted>;
