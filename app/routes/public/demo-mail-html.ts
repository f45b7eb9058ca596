import { getDemoMail } from "#app/features/messages/list-demo-mails.server.ts";
import { previewMail } from "#app/features/messages/preview-mail.ts";
import { publicLoader } from "#app/routes/page-handlers.server.ts";

export const loader = publicLoader(async ({ app, params }) => {
  const mail = await getDemoMail(app, params.messageId ?? "");
  return previewMail({ ...mail, optional: mail.unsubscribeToken !== null }, app.env.origin);
});
