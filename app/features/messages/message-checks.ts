import type { Handle, messages } from "#app/platform/db.server.ts";

export type Message = typeof messages.$inferSelect;

/** Asked right before a message goes out. Answers null for yes, or in plain words why nobody needs it any more. */
type StillWanted = (message: Message, asked: { handle: Handle; now: number }) => Promise<string | null>;

/** By the reason of a message; a reason without an entry is always wanted. */
export type MessageChecks = Record<string, StillWanted>;
