import type { AppLoadContext } from "@remix-run/node";
import { findViewer } from "#app/features/access/require-viewer.server.ts";
import type { AppError } from "#app/platform/errors.ts";
import { interfaceIn, localeFor } from "#app/platform/i18n.ts";
import { paths } from "#app/platform/paths.ts";
import { preferredLanguages } from "#app/platform/preferred-languages.ts";
import { html } from "#app/ui/html.ts";

type Asking = { context: AppLoadContext; request: Request };

/** What a page says in the place of what was asked for, for a file, which has no page around it. */
export async function refusalInWords(asking: Asking, { code, status, extra }: AppError): Promise<Response> {
  const viewer = await findViewer(asking);
  const preferred = preferredLanguages(asking.request.headers.get("accept-language"));
  const locale = localeFor(viewer ? [viewer.person.language, ...preferred] : preferred);
  const { t, exists } = interfaceIn(locale);
  const known = exists(`problem.${code}.title`) ? code : "internal";
  const values = { minutes: 15, reference: asking.context.requestId, ...extra };
  const [title, text] = [t(`problem.${known}.title`, values), t(`problem.${known}.text`, { ...values, count: 15 })];
  const page = html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head><body><h1>${title}</h1><p>${text}</p><p><a href="${paths.home()}">${t("problem.home")}</a></p></body></html>`;
  return new Response(page.text, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}
