import { constants } from "node:zlib";
import type { FastifyCompressOptions } from "@fastify/compress";

/**
 * For answers made per request. Quality 4 makes a lesson page as small as gzip's best at a third of its time; what is
 * built once is compressed at the highest quality by the build.
 */
export function compression(from: number): FastifyCompressOptions {
  return {
    threshold: from,
    globalCompression: true,
    // What is sent to us is small; unpacking it would only open a door.
    globalDecompression: false,
    encodings: ["br", "gzip"],
    brotliOptions: {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // A window of 128 kB, more than a page has. The usual one is 4 MB: V8 counts each as memory that is in use and
        // makes a full collection every few pages, which takes half of the time there is.
        [constants.BROTLI_PARAM_LGWIN]: 17,
      },
    },
    customTypes: /^(text\/(html|plain|csv|x-script|xml)|application\/([a-z.+-]+\+)?json|image\/svg\+xml)/,
  };
}
