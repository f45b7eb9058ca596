import type { FastifyReply } from "fastify";
import type { DrawnPage } from "../drawing/page-order.ts";

/** Hands the web response on: a page whole, a file as it comes. Pages are never kept by a cache: they are about the person who is signed in. */
export function sendPage(response: Response, drawn: DrawnPage | null, reply: FastifyReply): FastifyReply {
  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
  // Several cookies are several headers; joined by commas they would be none.
  for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? true;
  if (isPage || !response.headers.has("cache-control")) reply.header("cache-control", "private, no-store");
  return drawn ? reply.send(bytes(drawn, reply)) : reply.send(response.body ?? undefined);
}

function bytes({ body, encoding }: DrawnPage, reply: FastifyReply): Buffer {
  // As bytes: a text would be measured, flattened and encoded by slower ways.
  if (typeof body === "string") return Buffer.from(body);
  if (encoding) reply.header("content-encoding", encoding).header("vary", "accept-encoding");
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}
