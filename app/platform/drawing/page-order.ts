import type { EntryContext } from "@remix-run/node";
import type { Locale } from "../i18n.ts";

type Context = EntryContext["staticHandlerContext"];

/** What a page is drawn from. Plain values only: a thread is handed a copy. */
export type PageOrder = Pick<Context, "location" | "loaderData" | "actionData" | "statusCode"> & {
  url: string;
  locale: Locale;
  /** Of the inline scripts that a page may have. */
  nonce: string;
  matches: (Omit<Context["matches"][number], "route"> & { routeId: string })[];
};

/** The page as text, or as the bytes of a text that `encoding` has made smaller. */
export type DrawnPage = { body: string | Uint8Array; encoding: "br" | null };

export function pageOrder(context: Context, reader: Pick<PageOrder, "url" | "locale" | "nonce">): PageOrder {
  const { location, loaderData, actionData, statusCode } = context;
  const matches = context.matches.map(({ route, ...match }) => ({ ...match, routeId: route.id }));
  return { ...reader, location, loaderData, actionData, statusCode, matches };
}
