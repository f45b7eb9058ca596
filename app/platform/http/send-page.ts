import type { FastifyReply } from "fastify";

/** Hands the web response on: a page whole, a file as it comes. Pages are never kept by a cache: they are about the person who is signed in. */
export function sendPage(response: Response, html: string | null, reply: FastifyReply): FastifyReply {
  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
  // Several cookies are several headers; joined by commas they would be none.
  for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? true;
  if (isPage || !response.headers.has("cache-control")) reply.header("cache-control", "private, no-store");
  // As bytes: a text would be measured, flattened and encoded by slower ways.
  return reply.send(html === null ? (response.body ?? undefined) : Buffer.from(html));
}
