import type { AppContext } from "../app-context.ts";
import type { ClaimOutcome } from "../db.server.ts";
import type { DrawnPage, PageOrder } from "../drawing/page-order.ts";

/** What loaders and actions are handed as `context`. */
export type LoadContext = {
  app: AppContext;
  /** For every inline script of this answer; a new one each time. */
  nonce: string;
  requestId: string;
  clientAddress: string;
  /** The whole page once it is written. In the web response it would become a stream of bytes and be read back. */
  page: { drawn: DrawnPage | null };
  /** Has a page drawn on a thread of its own; null when none is free. */
  draw: (order: PageOrder) => Promise<DrawnPage> | null;
  /** Counts a decision that a page has shown or a form has met, for the server's metrics. */
  countDecision: (outcome: ClaimOutcome) => void;
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}
}
