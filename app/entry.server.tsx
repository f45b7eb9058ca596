import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { AppLoadContext, EntryContext, ServerBuild } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { getTeam } from "./features/teams/get-team.server.ts";
import type { AppContext } from "./platform/app-context.ts";
import { type DrawnPage, type PageOrder, pageOrder } from "./platform/drawing/page-order.ts";
import { interfaceIn, type Locale, localeFor } from "./platform/i18n.ts";
import { preferredLanguages } from "./platform/preferred-languages.ts";
import { NonceContext } from "./ui/nonce-context.ts";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, app, page: written, draw }: AppLoadContext,
): Promise<Response> {
  const root = remix.staticHandlerContext.loaderData?.root as { locale: Locale } | undefined;
  const locale = root?.locale ?? localeFor(preferredLanguages(request.headers.get("accept-language")));
  const reader = { url: request.url, locale, nonce };
  written.drawn = hasScripts(remix)
    ? inOneGo(await renderWithData(pageElement(remix, reader), { nonce, app }))
    : ((await drawElsewhere()) ?? inOneGo(drawMarkup(withoutData(remix), reader)));
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(null, { headers, status });

  /** A page that says what went wrong is drawn here: what went wrong may be no plain value, or the thread itself. */
  function drawElsewhere() {
    const { staticHandlerContext } = remix;
    return staticHandlerContext.errors ? null : draw(pageOrder(staticHandlerContext, reader));
  }
}

/** Draws what was ordered from a thread, where `build` is the pages' build as if this page were the only one. */
export function drawOrder({ routes, assets, future, isSpaMode }: ServerBuild, order: PageOrder): string {
  const { url, locale, nonce, matches, ...context } = order;
  const routeModules = Object.fromEntries(Object.values(routes).map((route) => [route?.id, route?.module]));
  const remix: EntryContext = {
    ...{ manifest: assets, routeModules, future, isSpaMode, renderMeta: {} },
    serializeError: ({ message }) => ({ message }),
    staticHandlerContext: {
      ...{ ...context, basename: "/", errors: null, loaderHeaders: {}, actionHeaders: {}, activeDeferreds: null },
      matches: matches.map(({ routeId, ...match }) => ({ ...match, route: { id: routeId } })),
    },
  };
  return drawMarkup(remix, { url, locale, nonce });
}

type Reader = Pick<PageOrder, "url" | "locale" | "nonce">;

function drawMarkup(remix: EntryContext, reader: Reader): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(pageElement(remix, reader))}`;
}

function pageElement(remix: EntryContext, { url, locale, nonce }: Reader): ReactElement {
  return (
    <NonceContext.Provider value={nonce}>
      <I18nextProvider i18n={interfaceIn(locale)}>
        <RemixServer context={remix} url={url} nonce={nonce} />
      </I18nextProvider>
    </NonceContext.Provider>
  );
}

function inOneGo(body: string): DrawnPage {
  return { body, encoding: null };
}
function hasScripts({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return staticHandlerContext.matches.some(
    ({ route }) => (routeModules[route.id]?.handle as { scripts?: boolean } | undefined)?.scripts,
  );
}

/** Nothing of a page without scripts goes to a browser but what it shows. */
function withoutData({ serverHandoffStream: _, ...remix }: EntryContext): EntryContext {
  return remix;
}

/** The data of the loaders, for the scripts, is written as it is read: such a page cannot be made in one go. */
function renderWithData(page: ReactElement, { nonce, app }: Pick<AppLoadContext, "nonce" | "app">): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      // Pages wait for nothing after their loaders, so the whole page is ready at once and can be sent whole.
      onAllReady: () => text(pipe(new PassThrough())).then(resolve, reject),
      onShellError: reject,
      onError: (error) => app.log.error({ err: error }, "a page failed to render"),
    });
  });
}

/** Reads what pages keep in memory, so that nobody waits for it at the first question. */
export async function warmUp(app: AppContext): Promise<void> {
  await getTeam(app, "everybody");
}

/** Errors that reach a boundary: logged with their cause, never sent to the browser. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted) return;
  // A form sent to where none is taken is answered; whoever sends many would only fill the log.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.app.log.error({ err: error, path: new URL(request.url).pathname }, "a request failed");
}
