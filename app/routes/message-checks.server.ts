import type { MessageChecks } from "#app/features/messages/message-checks.ts";
import { noticeChecks } from "#app/features/notices/notice-checks.server.ts";

/** Asked right before a message of this reason goes out, wherever it is sent from. */
export const messageChecks: MessageChecks = noticeChecks;
