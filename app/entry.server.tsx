import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { getTeam } from "./features/teams/get-team.server.ts";
import type { AppContext } from "./platform/app-context.ts";
import { interfaceIn, type Locale, localeFor } from "./platform/i18n.ts";
import { preferredLanguages } from "./platform/preferred-languages.ts";
import { NonceContext } from "./ui/nonce-context.ts";

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, app }: AppLoadContext,
): Promise<Response> {
  const root = remix.staticHandlerContext.loaderData?.root as { locale: Locale } | undefined;
  const locale = root?.locale ?? localeFor(preferredLanguages(request.headers.get("accept-language")));
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={interfaceIn(locale)}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce,
        // Pages wait for nothing after their loaders, so the whole page is ready at once and can be sent whole.
        onAllReady: () => {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error) => app.log.error({ err: error }, "a page failed to render"),
      },
    );
  });
}

/** Reads what pages keep in memory, so that nobody waits for it at the first question. */
export async function warmUp(app: AppContext): Promise<void> {
  await getTeam(app, "everybody");
}

/** Errors that reach a boundary: logged with their cause, never sent to the browser. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted) return;
  context.app.log.error({ err: error, path: new URL(request.url).pathname }, "a request failed");
}
