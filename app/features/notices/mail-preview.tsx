import type { MessageContent } from "#app/platform/db.server.ts";
import { MessageBody } from "../messages/message-body.tsx";

/** A mail as its reader would get it, but for the looks. */
export function MailPreview({ content }: { content: MessageContent }) {
  return (
    <div className="panel flex flex-col gap-3">
      <p className="font-semibold">{content.subject}</p>
      <MessageBody content={content} preview />
    </div>
  );
}
