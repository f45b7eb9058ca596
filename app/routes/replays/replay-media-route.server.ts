import { open } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyReply, FastifyRequest } from "fastify";
import { getMediaFile, getSignedMediaFile } from "#app/features/recordings/get-media-file.server.ts";
import { isNotModified, rangeHolds } from "#app/features/recordings/media-conditions.ts";
import { parseRange } from "#app/features/recordings/parse-range.ts";
import { requireMediaReader } from "#app/features/recordings/require-media-reader.server.ts";
import { inertPolicy } from "#app/platform/http/security-headers.ts";
import type { ServerPlugin } from "#app/platform/http/server-world.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";

/**
 * Films, posters and captions of replays, for whoever may watch them or has a signed address, whole or by the byte. No
 * page's loader answers these: a film is sent from the disk as it is read.
 */
export function replayMediaRoute(contentFolder = fileURLToPath(new URL("content/", projectRoot))): ServerPlugin {
  const folder = (programId: string) => join(contentFolder, programId, "replays");
  return async (server, { context }) => {
    server.route<{ Params: { replayId: string; file: string } }>({
      method: ["GET", "HEAD"],
      url: "/replays/:replayId/media/:file",
      handler: async (request, reply) => {
        const { person } = await requireMediaReader(context, request.headers.cookie);
        const media = await getMediaFile(context, { person, ...request.params, folder });
        if (media.state === "found") return sendMedia(request, reply, media);
        return reply.header("cache-control", "no-store").redirect(media.url, 302);
      },
    });
    server.route<{ Params: { releaseId: string; replayId: string; file: string } }>({
      method: ["GET", "HEAD"],
      url: "/media/:releaseId/:replayId/:file",
      handler: async (request, reply) => {
        const media = await getSignedMediaFile(context, { address: request.url, ...request.params, folder });
        return sendMedia(request, reply, media);
      },
    });
  };
}

type Media = { path: string; type: string; hash: string };

async function sendMedia(request: FastifyRequest, reply: FastifyReply, { path, type, hash }: Media) {
  const file = await open(path);
  const stream = { handed: false };
  try {
    const { size, mtime } = await file.stat();
    const version = { etag: `"${hash}"`, modified: mtime };
    reply.headers({
      etag: version.etag,
      "last-modified": mtime.toUTCString(),
      // Asked again each time, as a session may have ended; what has not changed is not sent again.
      "cache-control": "private, no-cache",
      "accept-ranges": "bytes",
      "content-security-policy": inertPolicy,
      "cross-origin-resource-policy": "same-origin",
    });
    if (isNotModified(request.headers, version)) return reply.code(304).send();
    const isWhole = request.method === "HEAD" || !rangeHolds(request.headers, version);
    const wanted = parseRange(isWhole ? undefined : request.headers.range, size);
    if (wanted.kind === "none") return reply.code(416).header("content-range", `bytes */${size}`).send();
    const [first, last] = wanted.kind === "part" ? [wanted.first, wanted.last] : [0, size - 1];
    if (wanted.kind === "part") reply.code(206).header("content-range", `bytes ${first}-${last}/${size}`);
    reply.header("content-type", type).header("content-length", last - first + 1);
    if (request.method === "HEAD") return reply.send();
    stream.handed = true;
    return reply.send(file.createReadStream({ start: first, end: last }));
  } finally {
    if (!stream.handed) await file.close();
  }
}
