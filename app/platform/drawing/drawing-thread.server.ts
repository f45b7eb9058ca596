import { parentPort, workerData } from "node:worker_threads";
import { brotliCompressSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { buildOfPattern } from "../http/build-of-pattern.ts";
import { brotliOptions } from "../http/compression.ts";
import type { DrawnPage, PageOrder } from "./page-order.ts";

/** What the pages' own build offers to a thread that only draws. */
export type PageDrawer = { drawOrder: (build: ServerBuild, order: PageOrder) => string };
export type ThreadData = { pages: string; compressFrom: number };
export type ThreadOrder = PageOrder & { id: number; pattern: string; encoding: DrawnPage["encoding"] };
export type ThreadAnswer = { id: number } & ({ drawn: DrawnPage } | { failed: Error });

const port = parentPort;
if (!port) throw new Error("This file runs in a thread of the server.");
const { pages, compressFrom } = workerData as ThreadData;
const remix: ServerBuild = await import(pages);
const { drawOrder } = remix.entry.module as unknown as PageDrawer;
const builds = new Map<string, ServerBuild>();

port.on("message", (order: ThreadOrder) => port.postMessage(answer(order)));
// Only now: whoever orders before would wait for the modules of all pages.
port.postMessage("ready");

function answer({ id, pattern, encoding, ...order }: ThreadOrder): ThreadAnswer {
  try {
    const build = builds.get(pattern) ?? buildOfPattern(remix, pattern);
    builds.set(pattern, build);
    return { id, drawn: packed(drawOrder(build, order), encoding) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error : new Error(String(error)) };
  }
}

function packed(html: string, encoding: DrawnPage["encoding"]): DrawnPage {
  if (encoding === null || html.length < compressFrom) return { body: html, encoding: null };
  return { body: brotliCompressSync(html, brotliOptions), encoding };
}
