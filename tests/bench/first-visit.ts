import { get } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Workshop } from "./workshop.ts";

type Visit = { port: number; path: string; cookie: string };

/**
 * The bytes of the bodies that a browser with an empty cache is sent for a page: the page, and whatever the page and
 * its style sheets name, each in the encoding that the server chose. Headers are not counted.
 */
export async function firstVisitBytes(workshop: Workshop, visit: Visit): Promise<number> {
  const page = await load(visit);
  const named = resourcesOf(page.text);
  const sheets = await Promise.all(named.map((path) => load({ ...visit, path })));
  const nested = sheets.flatMap((sheet, place) => (named[place]?.endsWith(".css") ? urlsOf(sheet.text) : []));
  const deeper = await Promise.all(nested.map((path) => load({ ...visit, path })));
  const parts = [page, ...sheets, ...deeper];
  const total = parts.reduce((sum, part) => sum + part.bytes, 0);
  const what = parts.map((part) => `${part.path} ${part.bytes}`).join(", ");
  workshop.say(`  first visit: ${total} bytes (${what})`);
  return total;
}

type Loaded = { path: string; bytes: number; text: string };

/** One resource as a browser asks for it. `bytes` are those of the body as it came. */
function load({ port, path, cookie }: Visit): Promise<Loaded> {
  const headers = { "accept-encoding": "gzip, br", cookie };
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers, agent: false }, async (answer) => {
      const body = Buffer.concat(await answer.toArray());
      if (answer.statusCode !== 200) return reject(new Error(`${path} was answered with ${answer.statusCode}.`));
      resolve({ path, bytes: body.length, text: unpack(body, answer.headers["content-encoding"]).toString() });
    }).once("error", reject);
  });
}

export function unpack(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === "br") return brotliDecompressSync(body);
  if (encoding === "gzip") return gunzipSync(body);
  return body;
}

/** Style sheets, icon, scripts and pictures that a page makes a browser load. */
function resourcesOf(html: string): string[] {
  const links = [...html.matchAll(/<link\b[^>]*\brel="(?:stylesheet|icon|modulepreload|preload)"[^>]*>/g)];
  const hrefs = links.flatMap(([tag]) => /\bhref="([^"]+)"/.exec(tag)?.[1] ?? []);
  const sources = [...html.matchAll(/<(?:script|img|source|video|audio|track)\b[^>]*\bsrc="([^"]+)"/g)];
  return [...new Set([...hrefs, ...sources.flatMap(([, path]) => path ?? [])])].filter((path) => path.startsWith("/"));
}

function urlsOf(css: string): string[] {
  const named = [...css.matchAll(/url\(["']?(\/[^"')]+)["']?\)/g)];
  return [...new Set(named.flatMap(([, path]) => path ?? []))];
}
