import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { AppContext } from "../app-context.ts";
import { projectRoot } from "../project-root.server.ts";

const folder = new URL("build/", projectRoot);
const entry = new URL("server/server.js", folder);

export function hasPagesBuild(): boolean {
  return existsSync(entry);
}

type Entry = ServerBuild["entry"]["module"] & { warmUp?: (context: AppContext) => Promise<void> };

/** What pages keep in memory is read by their own build: it shares no memory with the server's. */
export function warmUpPages({ entry }: ServerBuild, context: AppContext): Promise<void> {
  return (entry.module as Entry).warmUp?.(context) ?? Promise.resolve();
}

/** The built pages, the address of their module, and where their files are. Throws one clear sentence when they are not built. */
export async function loadPagesBuild(): Promise<{ remix: ServerBuild; pages: string; clientDirectory: string }> {
  if (!hasPagesBuild())
    throw new Error('The pages are not built. Run "npm run build" first, or serve with --api-only.');
  return {
    remix: await import(entry.href),
    pages: entry.href,
    clientDirectory: fileURLToPath(new URL("client", folder)),
  };
}
