import type { MessageContent } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { messageWords } from "./message-words.ts";
import { renderHtml } from "./render-html.ts";

type Previewed = { content: MessageContent; language: string; optional: boolean; unsubscribeToken: string | null };

/** Runs nothing, fetches nothing and sends nothing: what a mail program would allow at the most. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** The HTML of a mail as a page of its own. */
export function previewMail({ content, language, optional, unsubscribeToken }: Previewed, origin: string): Response {
  const choicePath = unsubscribeToken && paths.unsubscribe(unsubscribeToken);
  return new Response(renderHtml(messageWords({ content, language, optional, origin, choicePath })), {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
  });
}
