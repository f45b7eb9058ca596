import type { AppContext } from "#app/platform/app-context.ts";
import { demoMails } from "#app/platform/db.server.ts";
import type { Carrier } from "./send-message.server.ts";

/** In a demo mail goes to a mailbox that every visitor may open, with its links, so that each way can be walked. */
export function landInDemo({ db, clock }: AppContext): Carrier {
  return async (_mail, message) => {
    const { id: messageId, toName, toAddress, language, content, unsubscribeToken } = message;
    const landed = { messageId, landedAt: clock.now(), toName, toAddress, language, content, unsubscribeToken };
    await db.write(async (tx) => {
      await tx.insert(demoMails).values(landed).onConflictDoNothing({ target: demoMails.messageId });
    });
    return { kind: "sent", said: "" };
  };
}
