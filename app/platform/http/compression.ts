import { constants } from "node:zlib";
import type { FastifyCompressOptions } from "@fastify/compress";

/** More than any page has; files that are longer go through a stream, as they come. */
const wholeUpTo = 131_072;

export const brotliOptions = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 3,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    // A window of 128 kB, more than a page has. The usual one is 4 MB: V8 counts each as memory that is in use and
    // makes a full collection every few pages, which takes half of the time there is.
    [constants.BROTLI_PARAM_LGWIN]: 17,
  },
};

/**
 * For answers made per request. A page is compressed in one go where it is made: to hand it to another thread in pieces
 * took longer than the fifth of a millisecond that quality 3 takes, which makes it a sixteenth larger than quality 4. What
 * is built once is compressed at the highest quality by the build.
 */
export function compression(from: number): FastifyCompressOptions {
  return {
    threshold: from,
    syncThreshold: wholeUpTo,
    globalCompression: true,
    // What is sent to us is small; unpacking it would only open a door.
    globalDecompression: false,
    encodings: ["br", "gzip"],
    brotliOptions,
    customTypes: /^(text\/(html|plain|csv|x-script|xml)|application\/([a-z.+-]+\+)?json|image\/svg\+xml)/,
  };
}
