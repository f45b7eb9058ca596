import { getMessage } from "#app/features/messages/get-message.server.ts";
import { previewMail } from "#app/features/messages/preview-mail.ts";
import { fileLoader } from "#app/routes/page-handlers.server.ts";

/** Without the link that refuses mail: whoever opened it would refuse it in the reader's name. */
export const loader = fileLoader("messages:manage", async ({ app, params }) => {
  const { message } = await getMessage(app.db.read, params.messageId ?? "");
  return previewMail({ ...message, unsubscribeToken: null }, app.env.origin);
});
